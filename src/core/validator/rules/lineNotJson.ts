import type { Rule } from '../rule'

/** A line that holds text, but not JSON. */
export const lineNotJson: Rule = {
  info: {
    id: 'line/not-json',
    severity: 'error',
    title: 'Line is not JSON',
    explanation: 'The line is text, but no JSON value. Whatever record stood here cannot be read.',
    codex: 'Skips the line without a word. When it is the first line, a resume is refused.',
  },
  start: () => ({
    onLine: ({ line }) => {
      const [first] = line.spans.filter((span) => span.kind === 'not-json')
      if (first === undefined) return []
      const from = (first.fault ?? first).byteOffset.toLocaleString('en')
      const { lineNumber, byteOffset, byteLength } = line
      return [{ lineNumber, byteOffset, byteLength, message: `The line is not JSON from byte ${from} on.` }]
    },
  }),
  codex: (draft, file) => {
    return draft.lineNumber === 1 && file.metaLine !== null
      ? {
          outcome: 'refuses',
          note: 'Lists and reads the session without this line, but refuses to resume it: "failed to parse first rollout record".',
        }
      : { outcome: 'skips', note: 'Reads the session without this line. Nothing is removed from the file.' }
  },
}
