import type { Rule } from '../../rule'

/** A file that was not the same at the end of the check as when it was opened. Growth is no change: Codex only appends. */
export const changedWhileRead: Rule = {
  info: {
    id: 'file/changed',
    severity: 'error',
    title: 'Changed while it was read',
    explanation:
      'The file became shorter, or was written to in another way than by appending, while it was read; or a compressed file was written to after it was decompressed. What was read may never have stood in it together.',
    remedy: 'Stop what writes to the file, or check a copy of it.',
    source: 'Size, times and inode before and after reading; where something was appended, a second reading.',
    example: 'A file that is cut off by another program during the check.',
    codex: null,
  },
  plain: [],
  start: () => ({
    onPart: ({ contentBytes, unread }) =>
      unread === null
        ? []
        : [
            {
              lineNumber: null,
              byteOffset: 0,
              byteLength: contentBytes,
              message: `The file changed after it was opened. Not known is ${unread}.`,
            },
          ],
  }),
  codex: () => null,
}
