import { noteRule } from '../../sequence/notes'

/** The time of a line is before that of the line above it. */
export const backwards = noteRule({
  id: 'time/backwards',
  severity: 'warning',
  title: 'Time goes back',
  explanation:
    'Lines are written one after the other, and their times never go back in real files. The clock was set, lines were moved or copied from elsewhere, or a time was changed.',
  remedy: 'The lines around it, the times within records and ordinals tell which of these it was.',
  source: 'Measured with Codex 0.169.0; 120,000 lines of real files.',
  example: '05:06:09.000Z, then 04:06:09.250Z',
  codex: 'Takes any text for a time, and says nothing.',
})
