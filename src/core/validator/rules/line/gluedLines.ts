import { nothing, type Rule } from '../../rule'
import { loneReturn } from './carriageReturn'

/** Several records, or a part of one and a whole one, on one physical line. */
export const gluedLines: Rule = {
  info: {
    id: 'line/glued',
    severity: 'error',
    title: 'Glued lines',
    explanation:
      'More than one record stands on this line, because a line feed or the end of a record was never written. A retried write after a failed one leaves this mark (openai/codex#24425).',
    remedy:
      'Both pieces are shown. The second is most often whole: it is the record that the first one began.',
    source: 'openai/codex#24425; measured with Codex 0.169.0.',
    example: '{"timestamp":"2026-03-0{"timestamp":"2026-03-04T05:06:07.000Z",…}',
    codex: 'Loses all records on the line.',
  },
  plain: [],
  start: () => ({
    onLine: (ruleLine) => {
      const { line } = ruleLine
      const parts = line.spans.filter((span) => span.kind === 'glued')
      const [first, second] = parts
      if (first === undefined || loneReturn(ruleLine) !== null) return nothing
      const splitAt = second?.byteOffset ?? first.byteOffset + first.byteLength
      return [
        {
          lineNumber: line.lineNumber,
          byteOffset: line.byteOffset,
          byteLength: line.byteLength,
          message: `${String(line.spans.length)} pieces are glued into one line; the second starts at byte ${splitAt.toLocaleString('en')}.`,
        },
      ]
    },
  }),
  codex: () => ({ outcome: 'skips', note: 'Loses every record on this line and reads the rest.' }),
}
