import { lineDraft, type Rule } from '../../rule'

/** A last record that is whole but has no line feed. */
export const unterminatedLine: Rule = {
  info: {
    id: 'line/unterminated',
    severity: 'info',
    title: 'No line feed at the end',
    explanation: 'The last record is complete, but the line feed that ends a line was not written.',
    remedy: 'None is needed.',
    source: 'Measured with Codex 0.169.0.',
    example: '{"timestamp":"…","type":"event_msg","payload":{…}} and no line feed',
    codex: 'Reads it; a resume writes the missing line feed first.',
  },
  plain: [],
  start: () => ({
    onLine: (line) =>
      line.line.status === 'unterminated'
        ? [lineDraft(line, 'The last record is complete, but no line feed ends it.')]
        : [],
  }),
  codex: () => ({ outcome: 'reads', note: 'Reads the record. A resume writes a line feed first.' }),
}
