import { noteRule } from '../../sequence/notes'

/** A text that is no time stands where one belongs. */
export const notATime = noteRule({
  id: 'time/not-a-time',
  severity: 'warning',
  title: 'Time is no time',
  explanation:
    'Where the time of a line or of a session stands is a text that is none, or a day that does not exist. When that was written is not known.',
  remedy: 'The lines before and after it tell between which times it was written.',
  source: 'Measured with Codex 0.169.0.',
  example: '"timestamp":"soon"',
  codex: 'Takes any text for a time, and says nothing; the time of a session it then takes from the name.',
})
