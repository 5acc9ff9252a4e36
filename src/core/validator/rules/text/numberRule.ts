import { faultText, numberFaults } from '../../spelling/numberFaults'
import { type Draft, type RuleLine, lineDraft, nothing } from '../../rule'

/** A line that Codex loses for one number is one finding, whatever its other numbers are like. */
export function draftsOf(line: RuleLine, isLost: boolean): readonly Draft[] {
  if (line.written === null || line.written.spelling.numbers.length === 0) return nothing
  const faults = numberFaults(line)
  if (faults.length === 0 || faults.some(({ kind }) => kind !== 'precision') !== isLost) return nothing
  const where = faultText(faults)
  return [
    lineDraft(
      line,
      isLost ? `Codex cannot decode a number: ${where}.` : `A double holds another number: ${where}.`,
    ),
  ]
}
