import type { Rule } from '../../rule'

/** No line says which session this is. */
export const metaMissing: Rule = {
  info: {
    id: 'meta/missing',
    severity: 'error',
    title: 'No session meta',
    explanation:
      'No readable line names the session: its id, when and where it ran, and under which version are unknown. The other lines are shown all the same.',
    remedy: 'The name of the file may still tell the id and the time. Look for what stood at the beginning.',
    source: 'Measured with Codex 0.169.0.',
    example: 'A file that begins with a response item.',
    codex: 'Does not list the session by its files, and fails to read or resume it.',
  },
  start: () => {
    let hasText = false
    return {
      onLine: ({ line }) => {
        hasText ||= line.status !== 'blank'
        return []
      },
      onEnd: (file) =>
        // A foreign grammar has no session meta, and is another rule's finding.
        file.metaLine === null && hasText && file.format !== 'foreign'
          ? [{ lineNumber: null, byteOffset: 0, byteLength: 0, message: 'No session meta could be read.' }]
          : [],
    }
  },
  codex: () => ({
    outcome: 'refuses',
    note: 'Fails to read the session: "failed to read session metadata".',
  }),
}
