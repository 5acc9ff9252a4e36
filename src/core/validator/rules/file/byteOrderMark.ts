import { spansOf, type Rule } from '../../rule'

/** A UTF-8 byte-order mark at the start of the file. */
export const byteOrderMark: Rule = {
  info: {
    id: 'file/bom',
    severity: 'error',
    title: 'Byte-order mark',
    explanation:
      'The file starts with the bytes EF BB BF, which Codex never writes: another program has saved it. The record behind the mark is shown here all the same.',
    remedy: 'Work with a copy without the first three bytes, and keep the file as it is.',
    source: 'Measured with Codex 0.169.0; openai/codex#28139.',
    example: 'EF BB BF {"timestamp":…',
    codex: 'Cannot read its first line, so it neither lists, reads nor resumes the session.',
  },
  plain: [],
  start: () => ({
    onLine: (line) =>
      spansOf(
        line,
        (kind) => kind === 'bom',
        () => 'The file starts with a byte-order mark.',
      ),
  }),
  codex: () => ({
    outcome: 'refuses',
    note: 'Fails to read the session: "failed to read session metadata".',
  }),
}
