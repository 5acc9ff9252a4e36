import { noteRule } from '../../sequence/notes'

/** Numbers are not in their order. */
export const ordinalBackwards = noteRule({
  id: 'ordinal/backwards',
  severity: 'warning',
  title: 'Ordinals are out of order',
  explanation:
    'A record has another number than its place in the file: lines were moved, or a number was changed.',
  remedy: 'Compare the times of the lines: Codex appends, and never moves a line.',
  source: 'Measured with Codex 0.169.0 for two exchanged numbers.',
  example: '"ordinal":8, then "ordinal":7',
  codex: 'Reads and resumes a session with two exchanged numbers, and says nothing.',
})
