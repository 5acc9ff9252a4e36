/** Plain record: a record that most rules have nothing to say about, so that they need not see it (SPEC check/plain). */
import type { ShapeReport } from '../../shared/rollout/schema/shapeReport'
import type { RuleLine } from './rule'

const [openBrace, closeBrace] = [0x7b, 0x7d]

/** Returns the type of a plain record as its schema names it, null for every other line. */
export function plainLabel({ line, record, shape, written, notes }: RuleLine): string | null {
  if (line.status !== 'record' || record === null || shape === null || written === null) return null
  return isBare(line.bytes) && notes.length === 0 && isAsSpecified(shape) && written.isPlain
    ? shape.label
    : null
}

/** True for the bytes of a line that is an object without white space around it. */
export function isBare(bytes: Uint8Array): boolean {
  return bytes[0] === openBrace && bytes[bytes.length - 1] === closeBrace
}

/** True for a record that is in every member as its schema says. */
export function isAsSpecified({ isKnown, rejections, unknownTypes, unknownKeys }: ShapeReport): boolean {
  return isKnown && rejections.length === 0 && unknownTypes.length === 0 && unknownKeys.length === 0
}
