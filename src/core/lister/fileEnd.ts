/** File end: what the last bytes of a file tell about its last line. */
import { ok, type Result } from '../../shared/result'
import type { LineStatus } from '../../shared/validation/spanKind'
import { classifyLine } from '../scanner/classifyLine'
import { lineFeed } from '../scanner/textBytes'
import type { ByteSource } from '../source/byteSource'
import { ruleInfos } from '../validator/ruleCatalogue'
import type { HeadProblem } from './headReader'

/** What is read of most files, whose last byte is a line feed. */
const tailBytes = 64
/** Most of a last line that is read to tell a torn one from one that only lacks its line feed. */
const lastLineLimit = 64 * 1024

/** Looks at the end of a file: a last byte that is no line feed means that the last line is not whole. */
export function readFileEnd(
  source: ByteSource,
): Result<{ readonly problems: readonly HeadProblem[]; readonly bytesRead: number }> {
  let bytesRead = 0
  for (const wanted of [tailBytes, lastLineLimit]) {
    const bytes = Buffer.alloc(Math.min(wanted, source.sizeBytes))
    const read = source.read(bytes, 0, bytes.length, source.sizeBytes - bytes.length)
    if (!read.ok) return read
    bytesRead += read.value
    const tail = bytes.subarray(0, read.value)
    if (tail.at(-1) === lineFeed) return ok({ problems: [], bytesRead })
    const start = tail.lastIndexOf(lineFeed) + 1
    if (start === 0) continue
    const { status } = classifyLine({ bytes: tail, start, end: tail.length, isUtf8: false }, 1, 'end-of-file')
    return ok({ problems: endProblems(status), bytesRead })
  }
  return ok({ problems: endProblems('unterminated'), bytesRead })
}

/** Names the rule that the check of the whole file will report for its last line. */
function endProblems(status: LineStatus): readonly HeadProblem[] {
  const info = ruleInfos.find((rule) => rule.id === (lastLineRules[status] ?? `line/${status}`))
  return info === undefined
    ? []
    : [{ code: info.id, severity: info.severity, message: `At the end of the file: ${info.title}.` }]
}

const lastLineRules: Readonly<Partial<Record<LineStatus, string>>> = { 'json-not-record': 'line/not-record' }
