import { bytesText, spansOf, type Rule } from '../../rule'

/** A record whose end was never written, at the end of the file or before a block of NULs. */
export const tornLastLine: Rule = {
  info: {
    id: 'line/torn',
    severity: 'error',
    title: 'Torn line',
    explanation:
      'A record starts here and never ends: the writer was stopped, or the file was cut. What it said beyond this point is lost.',
    remedy:
      'What is missing was never written, or was cut off. Compare with another copy of the file, if there is one.',
    source: 'Measured with Codex 0.169.0.',
    example: '{"timestamp":"2026-03-04T05:0',
    codex:
      'Reads the session and skips the line; on resume it writes a line feed first and leaves the torn text in place.',
  },
  plain: [],
  start: () => ({
    onLine: (line) =>
      spansOf(
        line,
        (kind) => kind === 'torn',
        (bytes) => `The record is cut off after ${bytesText(bytes)}.`,
      ),
  }),
  codex: () => ({
    outcome: 'skips',
    note: 'Reads the session without this record and shows its turn as interrupted. A resume writes a line feed first; the torn text stays.',
  }),
}
