import { lineDraft, nothing, type Rule } from '../../rule'
import { quoted } from '../../shapeText'

/** The history mode is none that Codex knows. */
export const unknownMode: Rule = {
  info: {
    id: 'meta/unknown-mode',
    severity: 'error',
    title: 'Unknown history mode',
    explanation:
      'The session meta says in which mode the file is written: legacy, or paginated. Codex refuses a session in a mode that it does not know, however sound the rest is.',
    remedy:
      'Ask a newer Codex, or find out whether the word was changed: the lines tell by their ordinals which mode it is.',
    source: 'Measured with Codex 0.169.0.',
    example: '"history_mode":"quantum"',
    codex: 'Neither lists the session, nor reads or resumes it: "unknown variant".',
  },
  plain: ['session_meta'],
  start: () => ({
    onLine: (line) => {
      const { record, sessionFacts } = line
      if (sessionFacts === null || record === null) return nothing
      const mode = record.payload['history_mode']
      if (mode === undefined || mode === 'legacy' || mode === 'paginated') return nothing
      const text = typeof mode === 'string' ? quoted(mode.slice(0, 60)) : 'no word'
      return [lineDraft(line, `The history mode is ${text}, and not legacy or paginated.`)]
    },
  }),
  codex: ({ lineNumber }, { metaLine }) =>
    lineNumber === metaLine
      ? { outcome: 'refuses', note: 'Neither lists the session, nor reads or resumes it: "unknown variant".' }
      : { outcome: 'skips', note: 'Skips this line, and goes by the first session meta.' },
}
