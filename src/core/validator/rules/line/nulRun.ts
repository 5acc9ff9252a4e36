import { bytesText, spansOf, type Rule } from '../../rule'

/** A run of NUL bytes, the usual mark of a block that never reached the disk. */
export const nulRun: Rule = {
  info: {
    id: 'line/nul',
    severity: 'error',
    title: 'Run of NUL bytes',
    explanation:
      'Bytes with the value 0 stand where text should be. After a power loss, file systems leave them in place of blocks that were never written.',
    remedy:
      'The bytes that stood there are lost. Look for another copy of the file, and for a power loss at that time.',
    source: 'openai/codex#19037; measured with Codex 0.169.0.',
    example: '00 00 00 00 …',
    codex: 'Skips the line and reads the rest; after a NUL tail a resume writes a line feed first.',
  },
  plain: [],
  start: () => ({
    onLine: (line) =>
      spansOf(
        line,
        (kind) => kind === 'nul',
        (bytes, runs) =>
          runs === 1
            ? `${bytesText(bytes)} of value 0.`
            : `${bytesText(bytes)} of value 0 in ${runs.toLocaleString('en')} runs.`,
      ),
  }),
  codex: () => ({ outcome: 'skips', note: 'Loses what stood on this line and reads the rest.' }),
}
