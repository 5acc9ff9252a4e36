import { bytesText, spansOf, type Rule } from '../../rule'

/** Bytes that are not UTF-8. */
export const invalidUtf8: Rule = {
  info: {
    id: 'line/invalid-utf8',
    severity: 'error',
    title: 'Invalid UTF-8',
    explanation:
      'The line holds bytes that are no UTF-8 text: damaged characters, another encoding, or binary data. They are shown as \\xNN.',
    remedy:
      'Look at the bytes. A legacy session can be read by Codex again from a copy in which they are replaced.',
    source: 'Measured with Codex 0.169.0.',
    example: '{"message":"caf\\xE9"}',
    codex: 'Refuses a whole legacy session for one such byte; in a paginated one it loses the line.',
  },
  plain: [],
  start: () => ({
    onLine: (line) =>
      spansOf(
        line,
        (kind) => kind === 'invalid-utf8',
        (bytes, runs) =>
          runs === 1
            ? `${bytesText(bytes)} here ${bytes === 1 ? 'is' : 'are'} not UTF-8.`
            : `The line is not UTF-8 in ${runs.toLocaleString('en')} places.`,
      ),
  }),
  codex: (draft, file) =>
    file.format === 'paginated' && file.metaLine !== draft.lineNumber
      ? { outcome: 'skips', note: 'Loses this line and reads the rest.' }
      : {
          outcome: 'refuses',
          note: 'Refuses to read or resume the whole session: "stream did not contain valid UTF-8".',
        },
}
