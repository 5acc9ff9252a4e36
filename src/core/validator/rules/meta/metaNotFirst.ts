import type { LineStatus } from '../../../../shared/validation/spanKind'
import { lineDraft, nothing, type Draft, type Rule } from '../../rule'

/** The session meta comes after something else. */
export const metaNotFirst: Rule = {
  info: {
    id: 'meta/not-first',
    severity: 'error',
    title: 'Session meta is not the first record',
    explanation:
      'A record stands before the line that names the session. What is no record is a finding of its own, and blank lines do not count.',
    remedy: 'Find out what stands before it, and what wrote that.',
    source: 'Measured with Codex 0.169.0.',
    example: 'A response item, then the session meta.',
    codex:
      'Refuses to resume the session; whether it reads it depends on what stands first. Beyond line 10 it does not list it.',
  },
  plain: ['session_meta'],
  start: () => {
    /** True once a record went by. What is no record is a finding of its own, and the cause of this one. */
    let hasRecord = false
    let found = false
    return {
      onLine: (line): readonly Draft[] => {
        const isLate = line.sessionFacts !== null && hasRecord && !found
        found ||= line.sessionFacts !== null
        hasRecord ||= isRecord(line.line.status)
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
  codex: () => ({
    outcome: 'refuses',
    note: 'Refuses to resume the session: "the rollout does not start with session metadata".',
  }),
}

function isRecord(status: LineStatus): boolean {
  return status === 'record' || status === 'unterminated' || status === 'oversized' || status === 'bom'
}
