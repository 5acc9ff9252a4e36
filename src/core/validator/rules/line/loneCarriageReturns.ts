import { type Rule, nothing } from '../../rule'
import { loneReturn } from './carriageReturn'

/** Records that are ended by CR alone, so that all of them are one line. */
export const loneCarriageReturns: Rule = {
  info: {
    id: 'line/cr',
    severity: 'error',
    title: 'Records end with CR alone',
    explanation:
      'Records are ended by a carriage return and no line feed, as very old systems did. To a reader of lines all of them are one line.',
    remedy:
      'Look for a copy that was not converted. In a copy, each carriage return can be made a line feed again.',
    source: 'Measured with Codex 0.169.0.',
    example: '{"timestamp":…}\\r{"timestamp":…}\\r',
    codex:
      'Loses all records on the line; where the whole file is so, it neither lists, reads nor resumes it.',
  },
  plain: [],
  start: () => ({
    onLine: (line) => {
      if (line.line.status !== 'glued') return nothing
      const at = loneReturn(line)
      if (at === null) return nothing
      const count = line.line.spans.length.toLocaleString('en')
      return [
        {
          lineNumber: line.line.lineNumber,
          byteOffset: at,
          byteLength: 1,
          message: `${count} records on this line are ended by CR without LF; this is the first.`,
        },
      ]
    },
  }),
  codex: () => ({ outcome: 'skips', note: 'Loses every record on this line.' }),
}
