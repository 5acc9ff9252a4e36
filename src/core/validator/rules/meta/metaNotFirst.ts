import { lineDraft, nothing, type Draft, type Rule } from '../../rule'

/** The session meta comes after something else. */
export const metaNotFirst: Rule = {
  info: {
    id: 'meta/not-first',
    severity: 'error',
    title: 'Session meta is not the first record',
    explanation: 'Something stands before the line that names the session. Blank lines do not count.',
    remedy: 'Find out what stands before it, and what wrote that.',
    source: 'Measured with Codex 0.169.0.',
    example: 'A response item, then the session meta.',
    codex:
      'Refuses to resume the session; whether it reads it depends on what stands first. Beyond line 10 it does not list it.',
  },
  plain: ['session_meta'],
  start: () => {
    let isFirst = true
    let found = false
    return {
      onLine: (line): readonly Draft[] => {
        if (line.line.status === 'blank') return nothing
        const isLate = line.sessionFacts !== null && !isFirst && !found
        found ||= line.sessionFacts !== null
        isFirst = false
        return isLate
          ? [
              lineDraft(
                line,
                `The session meta is on line ${String(line.line.lineNumber)}, not on the first.`,
              ),
            ]
          : nothing
      },
    }
  },
  codex: (_draft, file) => ({
    outcome: 'refuses',
    note:
      file.firstRecordType === 'event_msg' && file.metaLine === 2
        ? 'Lists and reads the session, but refuses to resume it: "does not start with session metadata".'
        : file.firstRecordType === 'session_meta'
          ? 'Lists and reads the session, but refuses to resume it: "failed to parse first rollout record".'
          : 'Refuses to read and to resume the session: "failed to read session metadata".',
  }),
}
