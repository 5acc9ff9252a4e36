/** The rules about session metas of other sessions: copied in with what the session comes from, or unexplained. */
import type { RuleInfo } from '../../../../shared/validation/report'
import type { CodexVerdict } from '../../../../shared/validation/finding'
import { MetaAncestry, plainId, type MetaOrigin } from '../../metaAncestry'
import { placeOf, type Place } from '../../notes'
import { nothing, type Draft, type Rule } from '../../rule'
import { quoted } from '../../shapeText'

/** Measured with Codex 0.169.0 (corpus/defects, meta-duplicate-other-id). */
const firstCounts: CodexVerdict = {
  outcome: 'reads',
  note: 'Takes the first session meta, and reads the rest as of this session.',
}

/** A rule that tells the first session meta of one origin, and how many more there are. */
function originRule(info: RuleInfo, origin: MetaOrigin, what: (id: string) => string): Rule {
  return {
    info,
    plain: ['session_meta'],
    start: ({ rolloutName }) => {
      const ancestry = new MetaAncestry()
      const named = rolloutName?.sessionId ?? null
      let first: { readonly place: Place; readonly id: string } | null = null
      let count = 0
      const onEnd = (): readonly Draft[] => {
        if (first === null) return nothing
        const more = count === 1 ? '' : ` ${(count - 1).toLocaleString('en')} more follow.`
        return [{ ...first.place, message: `${what(first.id)}${more}` }]
      }
      return {
        onLine: ({ line, sessionFacts }) => {
          if (sessionFacts === null || ancestry.take(sessionFacts) !== origin) return nothing
          const id = sessionFacts.id ?? ''
          // Where the name tells this id, the first one is the odd one, which is another rule's finding.
          if (named !== null && plainId(id) === plainId(named)) return nothing
          first ??= { place: placeOf(line), id }
          count += 1
          return nothing
        },
        onEnd,
        onPart: onEnd,
      }
    },
    codex: () => firstCounts,
  }
}

/** Records of the session that this one comes from stand here. */
export const metaCopied = originRule(
  {
    id: 'meta/copied',
    severity: 'info',
    title: 'Records of another session were copied in',
    explanation:
      'A fork, or a sub-agent with an inherited context, begins with its own session meta and then holds the records of the session that it comes from, often with the time of the copy.',
    remedy:
      'Do not count these records, their tokens and commands a second time. The header of the session says where they come from.',
    source: 'Legacy forks of Codex 0.169.0, sub-agents of 0.144 in real files.',
    example: 'A session meta with another id on line 2, and "forked_from_id" with that id on line 1',
    codex: 'Takes the first one.',
  },
  'copied',
  (id) =>
    `Records of session ${quoted(id)} were copied in from here on: this session says that it comes from it.`,
)

/** A session meta of a session that nothing here names. */
export const metaOtherId = originRule(
  {
    id: 'meta/other-id',
    severity: 'warning',
    title: 'Session meta of another session',
    explanation:
      'A later line names another session, and the first session meta does not say that this one comes from it. Files were put together, or an early fork was copied that does not name its parent.',
    remedy: 'Look for the other session by its id, and compare the lines that follow with it.',
    source: 'Measured with Codex 0.169.0; forks before 2026 name no parent.',
    example: 'A session meta with another id on line 40',
    codex: 'Takes the first one.',
  },
  'other',
  (id) => `The session meta of another session stands here: ${quoted(id)}.`,
)
