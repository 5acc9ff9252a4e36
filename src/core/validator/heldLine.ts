/** Held line: what is asked of a line that is held as a whole: its text, and how its value compares with the schemas. */
import { checkShape } from '../../shared/rollout/checkShape'
import type { ShapeReport } from '../../shared/rollout/schema/shapeReport'
import type { ScannedLine } from '../scanner/scanLines'

/** The JSON text of a line that is held whole; a byte-order mark is no part of it. */
export function textOf({ status, text, bytes }: ScannedLine): string {
  return status === 'bom' ? bytes.toString('utf8', 3) : text
}

/** Compares a record with the schemas where it is held whole: of a part nobody can say what it lacks. */
export function shapeOf(line: ScannedLine, value: unknown): ShapeReport | null {
  switch (line.status) {
    case 'record':
    case 'unterminated':
      return line.value === undefined ? null : checkShape(line.value)
    case 'bom':
      return value === undefined ? null : checkShape(value)
    default:
      return null
  }
}
