import { noteRule } from '../../sequence/notes'

/** The time of a line is after that of the check. */
export const afterNow = noteRule({
  id: 'time/after-now',
  severity: 'warning',
  title: 'Time lies in the future',
  explanation: 'Lines are later than the time that was named for this check. One finding a file.',
  remedy: 'Find out whether the clock of the machine was wrong, or times were changed.',
  source: 'Plain reckoning; asked for with --now.',
  example: 'A line of 2031 in a check of 2026',
  codex: null,
})
