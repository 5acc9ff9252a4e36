import type { LineStatus } from '../../../../shared/validation/spanKind'
import { nothing, type Rule } from '../../rule'

const recordStatuses: ReadonlySet<LineStatus> = new Set([
  'record',
  'unterminated',
  'oversized',
  'bom',
  'torn',
])

/** A damaged record tells by its first bytes that it is none of foreign data, which begins so once in millions of lines. */
function beginsRecord(bytes: Buffer): boolean {
  return /^[ \t]*\{"[a-z_]{2}/.test(bytes.toString('latin1', 0, 16))
}

/** A file of foreign data: another encoding, an image, a program. Said once, so that nobody reads it off a thousand lines. */
export const notText: Rule = {
  info: {
    id: 'file/not-text',
    severity: 'error',
    title: 'Not a rollout at all',
    explanation:
      'No line of the file is a record or begins as one does, and at least half of them hold bytes that are no UTF-8 text: it is text in another encoding, such as UTF-16, or binary data.',
    remedy: 'Find out what the file is. Text in another encoding can be read from a converted copy.',
    source: 'Measured with Codex 0.169.0.',
    example: 'FF FE 7B 00 22 00 …',
    codex: 'Neither lists, reads nor resumes it.',
  },
  plain: [],
  start: () => {
    let lines = 0
    let blank = 0
    let foreign = 0
    let hasRecord = false
    let mark = ''
    return {
      onLine: ({ line, parts }) => {
        if (line.lineNumber === 1) mark = line.bytes.toString('latin1', 0, 2)
        lines += 1
        if (line.status === 'blank') blank += 1
        if (line.status === 'invalid-utf8' || line.status === 'nul') {
          foreign += 1
          hasRecord ||= beginsRecord(line.bytes)
        }
        hasRecord ||= parts.length > 0 || recordStatuses.has(line.status)
        return nothing
      },
      onEnd: (file) => {
        // Lines that were not shown here are plain records.
        if (hasRecord || lines < file.lineCount || foreign === 0 || foreign * 2 < lines - blank) return []
        const isUtf16 = mark === '\xff\xfe' || mark === '\xfe\xff'
        const message = isUtf16
          ? 'The file is text in UTF-16. Convert a copy to UTF-8 to read it here.'
          : 'The file is not text. It is shown byte by byte, but it is no rollout.'
        return [{ lineNumber: null, byteOffset: 0, byteLength: file.contentBytes, message }]
      },
    }
  },
  codex: () => ({
    outcome: 'refuses',
    note: 'Fails to read the session: "failed to read session metadata".',
  }),
}
