import { noteRule } from '../../sequence/notes'

/** A time in another form than Codex writes. */
export const otherForm = noteRule({
  id: 'time/other-form',
  severity: 'info',
  title: 'Time in another form',
  explanation:
    'Codex writes every time in UTC with three digits behind the second. This one can be read, and was written by another program.',
  remedy: 'Find out what wrote or changed the line.',
  source: 'Measured with Codex 0.169.0; 120,000 lines of real files.',
  example: '"timestamp":"2026-03-04T07:06:07+02:00"',
  codex: 'Takes any text for a time, and says nothing.',
})
