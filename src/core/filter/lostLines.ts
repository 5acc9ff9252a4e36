/** Lost lines: which lines Codex does not read as they stand, by what rows show of them. */
import type { CodexLoss } from '../../shared/rollout/lineFilter'
import type { ScannedLine } from '../scanner/scanLines'
import { rowReading } from '../validator/eye/rowReading'

/** Returns a test of lines. A blank line is not lost. */
export function lostLines({ format, misplaced }: CodexLoss): (line: ScannedLine) => boolean {
  const named = new Set(misplaced)
  return (line) => {
    const reading = rowReading(line, format)
    return reading !== null && (reading.outcome !== 'reads' || named.has(line.lineNumber))
  }
}
