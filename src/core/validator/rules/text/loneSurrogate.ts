import { hasLoneSurrogate } from '../../../../shared/rollout/codexNumbers'
import { pointersAt } from '../../../scanner/pointerAt'
import { lineDraft, nothing, type Rule } from '../../rule'

/** Half of a surrogate pair, written as an escape. */
export const loneSurrogate: Rule = {
  info: {
    id: 'text/lone-surrogate',
    severity: 'error',
    title: 'Half a character',
    explanation:
      'A text holds the escape of one half of a surrogate pair without the other, which stands for no character. JavaScript reads such a line; most other programs, and Codex, do not.',
    remedy: 'Read the line here. The half belongs to a character that was cut apart, most often an emoji.',
    source: 'Measured with Codex 0.169.0.',
    example: '"message":"\\ud800 done."',
    codex: 'Loses the line.',
  },
  plain: [],
  start: () => ({
    onLine: (line) => {
      const { written } = line
      if (written === null || written.escapes.unicode.length === 0) return nothing
      if (!hasLoneSurrogate(written.text)) return nothing
      const halves = written.characters.filter(({ code }) => code >= 0xd800 && code <= 0xdfff)
      const [pointer] = pointersAt(
        written.text,
        halves.slice(0, 1).map(({ index }) => index),
      )
      // It may stand behind all special characters that are looked at.
      return [lineDraft(line, `Half of a surrogate pair stands in ${pointer ?? 'a text of this line'}.`)]
    },
  }),
  codex: () => ({ outcome: 'skips', note: 'Loses this line and reads the rest.' }),
}
