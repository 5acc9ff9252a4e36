import { bytesText, type Rule } from '../../rule'

/** A file to which something was appended during the check: what came behind is no part of the report. */
export const grownWhileRead: Rule = {
  info: {
    id: 'file/grown',
    severity: 'info',
    title: 'Grew while it was read',
    explanation:
      'Something was appended to the file during the check. Codex writes so, and it is no damage; but what came behind was not looked at, and neither the hash nor the verdict is about it.',
    remedy: 'Check again when the file has stopped growing.',
    source: 'Size and times before and after reading.',
    example: 'A session that goes on during the check.',
    codex: null,
  },
  plain: [],
  start: () => ({
    onEnd: ({ contentBytes, grownBytes }) =>
      grownBytes === 0
        ? []
        : [
            {
              lineNumber: null,
              byteOffset: contentBytes,
              byteLength: 0,
              message: `The file grew by ${bytesText(grownBytes)} while it was read; they are no part of this report.`,
            },
          ],
  }),
  codex: () => null,
}
