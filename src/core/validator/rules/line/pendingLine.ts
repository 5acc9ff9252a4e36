import { lineDraft, type Rule } from '../../rule'

/** A last line without an end in a file that is being written. */
export const pendingLine: Rule = {
  info: {
    id: 'line/pending',
    severity: 'info',
    title: 'Line still being written',
    explanation: 'The file grew while it was read. Its last line has no end yet, which is no damage.',
    remedy: 'Check again when the file has stopped growing.',
    source: 'Our own observation.',
    example: '{"timestamp":"2026-03-04T05:0',
    codex: null,
  },
  plain: [],
  start: () => ({
    onLine: (line) =>
      line.line.spans.some((span) => span.kind === 'pending')
        ? [lineDraft(line, 'The file is being written; its last line has no end yet.')]
        : [],
  }),
  codex: () => null,
}
