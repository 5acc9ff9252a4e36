import { compactionMetadataFault } from '../../../../shared/rollout/codexDecodes'
import { lineDraft, nothing, type Rule } from '../../rule'

/** A compaction whose metadata does not belong to its history. */
export const compactionMetadata: Rule = {
  info: {
    id: 'compaction/metadata-length',
    severity: 'error',
    title: 'Metadata of a compaction does not fit',
    explanation:
      'A compaction holds the history that goes on in the place of the old one, and metadata for each entry of it. There are more of the one than of the other, or an entry has none. Codex rejects the whole line: the session goes on with the history that was to be replaced.',
    remedy: 'Compare with another copy of the file: an entry was removed or added.',
    source: 'Measured with Codex 0.169.0.',
    example: '"replacement_history":[{…},{…}],"replacement_history_metadata":[{…}]',
    codex: 'Skips the line without a word.',
  },
  plain: ['compacted'],
  start: () => ({
    onLine: (line) => {
      if (line.record?.type !== 'compacted') return nothing
      const fault = compactionMetadataFault(line.record.payload)
      return fault === null ? nothing : [lineDraft(line, fault)]
    },
  }),
  codex: () => ({ outcome: 'skips', note: 'Reads the session without this compaction.' }),
}
