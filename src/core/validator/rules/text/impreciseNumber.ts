import type { Rule } from '../../rule'
import { draftsOf } from './numberRule'

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
