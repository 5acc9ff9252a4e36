import { isDamage, type LineStatus } from '../validation/spanKind'
import type { RecordKind } from './recordKind'

/**
 * True when what stands on a line is damaged. A line of a foreign grammar is no record, but it is whole, and so it has a
 * kind like a record.
 */
export function isDamagedLine(status: LineStatus, kind: RecordKind): boolean {
  return isDamage(status) && (status !== 'json-not-record' || kind === 'unknown')
}
