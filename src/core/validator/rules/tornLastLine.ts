import { bytesText, spansOf, type Rule } from '../rule'

/** A record whose end was never written, at the end of the file or before a block of NULs. */
export const tornLastLine: Rule = {
  info: {
    id: 'line/torn',
    severity: 'error',
    title: 'Torn line',
    explanation:
      'A record starts here and never ends: the writer was stopped, or the file was cut. What it said beyond this point is lost.',
    codex:
      'Reads the session and skips the line; on resume it writes a line feed first and leaves the torn text in place.',
  },
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
