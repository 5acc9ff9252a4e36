import { isJsonObject } from '../../../../shared/rollout/rolloutLine'
import { lineDraft, nothing, type Draft, type Rule } from '../../rule'

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
  plain: [],
  start: () => {
    let hasText = false
    /** True where a session meta stands on a glued line: that is the finding, and this would be what follows from it. */
    let isGlued = false
    /** A session meta without a time of its own, which makes it no record. */
    let untimed: Draft | null = null
    return {
      onLine: (line) => {
        const { status, value } = line.line
        hasText ||= status !== 'blank'
        isGlued ||= line.parts.some(({ type }) => type === 'session_meta')
        if (status !== 'json-not-record' || untimed !== null || !isJsonObject(value)) return nothing
        if (value['type'] !== 'session_meta' || !isJsonObject(value['payload'])) return nothing
        untimed = lineDraft(
          line,
          'No session meta could be read: that of this line has no timestamp of its own.',
        )
        return nothing
      },
      onEnd: (file) => {
        // A foreign grammar has no session meta, and is another rule's finding.
        if (file.metaLine !== null || !hasText || isGlued || file.format === 'foreign') return nothing
        const message = 'No session meta could be read.'
        return [untimed ?? { lineNumber: null, byteOffset: 0, byteLength: 0, message }]
      },
    }
  },
  codex: () => ({
    outcome: 'refuses',
    note: 'Fails to read the session: "failed to read session metadata".',
  }),
}
