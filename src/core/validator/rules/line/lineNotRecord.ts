import { lineDraft, type Rule } from '../../rule'

/** A line that is JSON, but not a record of any era; lines of foreign grammars are another rule's finding. */
export const lineNotRecord: Rule = {
  info: {
    id: 'line/not-record',
    severity: 'warning',
    title: 'JSON, but not a record',
    explanation:
      'The line is valid JSON without what a record needs: a timestamp, a type and a payload object, or one of the forms of 2025.',
    remedy: 'Find out what wrote the line: Codex does not.',
    source: 'Measured with Codex 0.169.0.',
    example: '{"type":"event_msg","payload":{}}',
    codex: 'Skips the line without a word.',
  },
  plain: [],
  start: () => ({
    onLine: (line) =>
      line.line.status === 'json-not-record' && line.foreign === null
        ? [lineDraft(line, 'The line is JSON, but not a rollout record.')]
        : [],
  }),
  codex: () => ({ outcome: 'skips', note: 'Reads the session without this line.' }),
}
