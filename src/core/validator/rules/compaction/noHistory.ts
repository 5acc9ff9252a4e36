import { lineDraft, nothing, type Rule } from '../../rule'

/** A compaction that does not say with what it replaced the history. */
export const compactionNoHistory: Rule = {
  info: {
    id: 'compaction/no-history',
    severity: 'info',
    title: 'Compaction without its history',
    explanation:
      'The history of the session was replaced by a shorter one, and the line holds a summary only: what exactly the model was told from here on is not in the file. Builds of 2025 always wrote it so.',
    remedy: 'None is needed. The lines before it still hold the history as it was.',
    source: 'Measured with Codex 0.169.0.',
    example: '{"timestamp":"…","type":"compacted","payload":{"message":"Summary of the work so far …"}}',
    codex: 'Tells the model the summary in the place of what was said before.',
  },
  plain: ['compacted'],
  start: () => ({
    onLine: (line) => {
      const { record } = line
      if (record?.type !== 'compacted') return nothing
      const { replacement_history: history, replacement_history_metadata: metadata } = record.payload
      // Metadata without a history is another rule's finding.
      if ((history ?? null) !== null || (metadata ?? null) !== null) return nothing
      return [lineDraft(line, 'The compaction does not say with what it replaced the history.')]
    },
  }),
  codex: () => ({ outcome: 'reads', note: 'Tells the model the summary in the place of the history.' }),
}
