/** Line value: what a scanned line says, as far as it is held in memory. */
import { parseJson } from '../../shared/parseJson'
import { parsePrefix } from './prefixValue'
import type { ScannedLine } from './scanLines'
import { toDisplayText } from './textBytes'

/** Returns the value of a line: parsed, or as much as the beginning of a damaged or long line tells. */
export function valueOfLine(line: ScannedLine): unknown {
  if (line.value !== undefined) return line.value
  switch (line.status) {
    case 'bom':
      return parseJson(line.bytes.toString('utf8', 3))
    case 'oversized':
    case 'record':
      return parsePrefix(toDisplayText(line.bytes, 0, Math.min(line.bytes.length, 65_536)))
    default:
      return undefined
  }
}
