/** The rules about times of lines and within records: each picks its own from what following them once has found. */
import { noteRule } from '../../notes'
import { timeName } from './timeName'

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

/** A time within a record disagrees with that of its line. */
export const inRecord = noteRule({
  id: 'time/in-record',
  severity: 'info',
  title: 'Record and line tell different times',
  explanation:
    'Codex writes a line within moments of what it tells of. Here the time within the record is later than that of the line, or more than two seconds earlier, or two records tell different times of one turn.',
  remedy:
    'One of the two was changed, the clock was set, or the record was copied from elsewhere: compare with the lines around it.',
  source: '250 times in real files: none later than its line, and none more than 0.3 seconds earlier.',
  example: '"timestamp":"2026-11-20T07:24:29.685Z" with "completed_at_ms":1795159169681',
  codex: null,
})

/** How long something took disagrees with its start and end. */
export const duration = noteRule({
  id: 'time/duration',
  severity: 'info',
  title: 'Duration does not fit start and end',
  explanation:
    'A turn tells when it began, when it ended, and how long it took by a clock that nobody sets. The three disagree by more than a second: the machine slept, its clock was set, or a number was changed.',
  remedy: 'The times of the lines between start and end tell which it was.',
  source: '44 turns in real files agree to less than a second.',
  example: '"started_at":100, "completed_at":160, "duration_ms":2000',
  codex: null,
})

/** All of them, in the order in which they are listed. */
export const timeRules = [
  notATime,
  otherForm,
  backwards,
  far,
  afterNow,
  timeName,
  inRecord,
  duration,
] as const
