import { noteRule } from '../../sequence/notes'

/** One line lies far from its neighbours. */
export const far = noteRule({
  id: 'time/far',
  severity: 'warning',
  title: 'Time is far from those around it',
  explanation:
    'One line is more than an hour away from both its neighbours, which agree, or ten years behind the one before it. A session that is taken up again weeks later is no such case.',
  remedy:
    'The time of this line was changed, or the clock was wrong for a moment: do not order events by it.',
  source: 'Measured with Codex 0.169.0.',
  example: '"timestamp":"9999-12-31T23:59:59.999Z"',
  codex: 'Takes any text for a time, and says nothing.',
})
