/** Row reading: what Codex makes of a line as far as the line itself and the format of its file tell. Pure. */
import { codexEyes, lastMeasuredVersion } from '../../../shared/rollout/codexEyes'
import type { LineRow } from '../../../shared/rollout/lineRow'
import type { EyeReading } from '../../../shared/validation/codexReport'
import { valueOfLine } from '../../scanner/lineValue'
import type { ScannedLine } from '../../scanner/scanLines'
import { ownReading } from './ownReading'
import { wrongFormat } from './wrongFormat'

/** The two formats that Codex reads, in different ways. */
export type EyeFormat = 'legacy' | 'paginated'

/**
 * Returns the reading of a line, null for a blank one. What depends on the lines before it (ordinals, turns) is told by the
 * check of the whole file.
 */
export function rowReading(line: ScannedLine, format: EyeFormat): EyeReading | null {
  if (line.status === 'blank') return null
  const { reading, record } = ownReading(line, valueOfLine(line))
  if (record === null || reading.outcome !== 'reads') return reading
  const note = wrongFormat(record, format === 'paginated', codexEyes[lastMeasuredVersion])
  return note === null ? reading : { outcome: 'misreads', note }
}

/** Returns a row with the reading of its line, where a format is given. */
export function withEye(row: LineRow, line: ScannedLine, format: EyeFormat | undefined): LineRow {
  return format === undefined ? row : { ...row, eye: rowReading(line, format) }
}
