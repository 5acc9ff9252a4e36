import { faultText, numberFaults } from '../../numberFaults'
import { lineDraft, nothing, type Draft, type Rule, type RuleLine } from '../../rule'

/** A number that Codex cannot decode. */
export const undecodableNumber: Rule = {
  info: {
    id: 'text/number',
    severity: 'error',
    title: 'Number that Codex cannot decode',
    explanation:
      'A number is written with a fraction or an exponent where Codex needs a whole number, or it is larger than 64 bits, or than any number that programs hold. Readers in JavaScript take 26.0 for 26 and see more than Codex does.',
    remedy: 'Find out what wrote or rewrote the line. The number stands in the file as the message says.',
    source: 'openai/codex#35746; measured with Codex 0.169.0.',
    example: '"started_at":1772600767.0',
    codex: 'Loses the line.',
  },
  plain: [],
  start: () => ({ onLine: (line) => draftsOf(line, true) }),
  codex: () => ({ outcome: 'skips', note: 'Loses this line and reads the rest.' }),
}

/** A number that a double cannot hold as it is written. */
export const impreciseNumber: Rule = {
  info: {
    id: 'text/precision',
    severity: 'warning',
    title: 'Number that loses precision',
    explanation:
      'A number has more digits than the usual form of numbers in programs holds (a double: about 16). Readers that use it show another number than the file holds.',
    remedy: 'Trust the number in the raw line; Rollscope shows it as it is written.',
    source: 'RFC 8259, section 6.',
    example: '"count":9007199254740993',
    codex: null,
  },
  plain: [],
  start: () => ({ onLine: (line) => draftsOf(line, false) }),
  codex: () => null,
}

/** A line that Codex loses for one number is one finding, whatever its other numbers are like. */
function draftsOf(line: RuleLine, isLost: boolean): readonly Draft[] {
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
