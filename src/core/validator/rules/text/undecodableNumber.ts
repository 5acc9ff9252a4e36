import { keptNumbers } from '../../../scanner/lineSpelling'
import type { Rule } from '../../rule'
import { draftsOf } from './numberRule'

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
  start: ({ limits }) => ({
    onLine: (line) => {
      if ((line.written?.spelling.numbers.length ?? 0) >= keptNumbers) limits.meet('numbers')
      return draftsOf(line, true)
    },
  }),
  codex: () => ({ outcome: 'skips', note: 'Loses this line and reads the rest.' }),
}
