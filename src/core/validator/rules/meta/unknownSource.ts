import { lineDraft, nothing, type Rule } from '../../rule'
import { quoted } from '../../shapeText'

const knownSources: readonly unknown[] = ['cli', 'vscode', 'exec', 'mcp', 'unknown']

/** The source is a word that Codex 0.169 does not know. */
export const unknownSource: Rule = {
  info: {
    id: 'meta/unknown-source',
    severity: 'info',
    title: 'Unknown source',
    explanation:
      'The session meta says what started the session: cli, vscode, exec, mcp, or an object for sub-agents and other programs. Codex takes another word for an unknown source, which its lists do not show.',
    remedy: 'Look at the originator for what wrote the session.',
    source: 'Measured with Codex 0.169.0.',
    example: '"source":"smartphone"',
    codex: 'Hides the session from its list unless all filters are open; reads and resumes it.',
  },
  plain: ['session_meta'],
  start: () => {
    let isFirst = true
    return {
      onLine: (line) => {
        const { record, sessionFacts } = line
        if (sessionFacts === null || !isFirst) return nothing
        isFirst = false
        const source = record?.payload['source']
        if (typeof source !== 'string' || knownSources.includes(source)) return nothing
        return [lineDraft(line, `The source ${quoted(source.slice(0, 60))} is none that Codex knows.`)]
      },
    }
  },
  codex: () => ({
    outcome: 'reads',
    note: 'Hides the session from its list unless all filters are open; reads and resumes it.',
  }),
}
