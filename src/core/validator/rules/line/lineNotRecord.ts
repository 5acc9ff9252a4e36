import { lineDraft, type Rule } from '../../rule'

/**
 * A line that is JSON, but not a record of any era; lines of foreign grammars are another rule's finding. An error, as a line
 * that is not JSON is one: whatever record stood here lacks what makes it one, and Codex loses it without a word. No line
 * of a healthy file is such a line.
 */
export const lineNotRecord: Rule = {
  info: {
    id: 'line/not-record',
    severity: 'error',
    title: 'JSON, but not a record',
    explanation:
      'The line is valid JSON without what a record needs: a timestamp, a type and a payload object, or one of the forms of 2025. Whatever record stood here, Codex does not read it.',
    remedy:
      'Read the line here, and find out what wrote it or took from it: Codex does not write such lines.',
    source: 'Measured with Codex 0.169.0.',
    example: '{"type":"event_msg","payload":{}}',
    codex: 'Skips the line without a word. When it is the first line, a resume is refused.',
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
