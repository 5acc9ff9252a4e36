import { keptRepeats } from '../../../scanner/openNames'
import { pointersAt } from '../../../scanner/pointerAt'
import { lineDraft, nothing, type Rule } from '../../rule'

/** Places that a message names. */
const named = 3

/** A member that stands more than once in one object. */
export const repeatedKey: Rule = {
  info: {
    id: 'text/repeated-key',
    severity: 'warning',
    title: 'Member named twice',
    explanation:
      'One object has two members of the same name. Codex and most readers take the last and never see the others; some readers take the first, so that two people may read two things in one line.',
    remedy: 'Look at the raw line, which shows all of them. Codex never writes such a line.',
    source: 'Measured with Codex 0.169.0.',
    example: '{"type":"event_msg","type":"response_item",…}',
    codex: 'Takes the last value.',
  },
  plain: [],
  start: () => ({
    onLine: (line) => {
      if (line.written === null) return nothing
      const { repeats } = line.written.spelling
      if (repeats.length === 0) return nothing
      const places = [...new Set(pointersAt(line.written.text, repeats))]
      const more = places.length - named
      const atLeast = repeats.length >= keptRepeats ? 'at least ' : ''
      const rest = more > 0 ? [`${atLeast}${more.toLocaleString('en')} more`] : []
      const list = [...places.slice(0, named), ...rest]
      return [lineDraft(line, `Named more than once, the last counts: ${list.join(', ')}.`)]
    },
  }),
  codex: () => ({ outcome: 'reads', note: 'Takes the last value.' }),
}
