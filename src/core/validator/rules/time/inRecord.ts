import { noteRule } from '../../sequence/notes'

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
