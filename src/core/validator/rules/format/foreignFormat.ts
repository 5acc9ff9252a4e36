import { eras } from '../../../../shared/rollout/eras'
import type { ForeignEraId } from '../../../../shared/rollout/foreignLine'
import type { Rule } from '../../rule'

/** Lines of a grammar that is no rollout: said once for the file, in the place of one finding a line. */
export const foreignFormat: Rule = {
  info: {
    id: 'format/foreign',
    severity: 'warning',
    title: 'Not a rollout: another grammar',
    explanation:
      'The lines are JSON of a grammar that is met in the place of rollouts: the output of codex exec --json, a tutorial form, or a session as one JSON value. They are shown as far as they can be understood.',
    remedy: 'Look for the rollout itself, under sessions in the CODEX_HOME of that machine.',
    source: 'Forms A0, H and I of the format; measured with Codex 0.169.0.',
    example: '{"type":"thread.started","thread_id":"…"}',
    codex: 'Skips these lines; a file of nothing else it neither lists, reads nor resumes.',
  },
  plain: [],
  start: () => {
    const counts = new Map<ForeignEraId, { lines: number; bytes: number; first: number; from: number }>()
    return {
      onLine: ({ line, foreign }) => {
        if (foreign === null) return []
        const entry = counts.get(foreign)
        if (entry === undefined) {
          counts.set(foreign, {
            lines: 1,
            bytes: line.byteLength,
            first: line.lineNumber,
            from: line.byteOffset,
          })
        } else {
          entry.lines += 1
          entry.bytes = line.byteOffset + line.byteLength - entry.from
        }
        return []
      },
      onEnd: ({ format, contentBytes, lineCount }) =>
        [...counts].map(([era, { lines, bytes, first, from }]) => {
          const isAlone = format === 'foreign'
          // The brace before the second line belongs to a session that is laid out over many lines.
          const isAll = isAlone && era === 'session-json'
          return {
            lineNumber: isAlone ? null : first,
            byteOffset: isAll ? 0 : from,
            byteLength: isAll ? contentBytes : bytes,
            message: messageFor(era, isAll ? lineCount : lines, isAlone),
          }
        }),
    }
  },
  codex: (_draft, file) =>
    file.metaLine === null
      ? { outcome: 'refuses', note: 'Fails to read the session: "failed to read session metadata".' }
      : { outcome: 'skips', note: 'Reads the session without these lines.' },
}

function messageFor(era: ForeignEraId, lines: number, isWholeFile: boolean): string {
  const { title, letter } = eras[era]
  const what = `${title.charAt(0).toLowerCase()}${title.slice(1)} (${letter ?? ''})`
  const count = lines === 1 ? '1 line' : `${lines.toLocaleString('en')} lines`
  return isWholeFile
    ? `This is no rollout but another grammar: ${what}, ${count}.`
    : `${count} of the file ${lines === 1 ? 'is' : 'are'} not of a rollout but of another grammar: ${what}.`
}
