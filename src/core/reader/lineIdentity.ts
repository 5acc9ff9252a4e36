/** Line identity: which group and which type a scanned line counts to, as its row shows them. Pure. */
import { isDamagedLine } from '../../shared/rollout/damagedLine'
import { recordKindOf, tagsOf } from '../../shared/rollout/lineSummary'
import { typeNameOf } from '../../shared/rollout/lineFilter'
import type { LineGroup } from '../../shared/rollout/strip'
import { parsePrefix } from '../scanner/prefixValue'
import type { ScannedLine } from '../scanner/scanLines'
import { toDisplayText } from '../scanner/textBytes'

/** Lines up to this length are read whole in a window that does not ask for more. */
export const windowLineBytes = 256 * 1024
/** What tells kind and type of a line that is longer, or that is no JSON. */
const headBytes = 64 * 1024

/** `typeName` is empty for a line without a type. */
export interface LineIdentity {
  readonly group: LineGroup
  readonly typeName: string
}

/** Says what a line counts as. Damage goes before its kind; a long line is judged by its beginning, as in a window. */
export function identifyLine(line: ScannedLine): LineIdentity {
  const { status, byteLength } = line
  const value = byteLength > windowLineBytes ? prefixOf(line) : (line.value ?? prefixOf(line))
  const typeName = typeNameOf(tagsOf(value))
  const kind = recordKindOf(value)
  if (isDamagedLine(status, kind)) return { group: 'damage', typeName }
  return { group: status === 'blank' ? 'blank' : kind, typeName }
}

/** The value of a line that is readable but longer than what is held of it, or torn: as its beginning tells. */
export function prefixOf(line: ScannedLine): unknown {
  switch (line.status) {
    case 'blank':
    case 'nul':
    case 'not-json':
    case 'frame-error':
      return undefined
    default: {
      const start = line.bytes[0] === 0xef ? 3 : 0
      return parsePrefix(toDisplayText(line.bytes, start, Math.min(line.bytes.length, start + headBytes)))
    }
  }
}
