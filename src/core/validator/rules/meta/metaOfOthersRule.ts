import type { RuleInfo } from '../../../../shared/validation/report'
import type { CodexVerdict } from '../../../../shared/validation/finding'
import { MetaAncestry, type MetaOrigin, plainId } from '../../metaAncestry'
import { type Place, placeOf } from '../../sequence/notes'
import { type Draft, type Rule, nothing } from '../../rule'

/** Measured with Codex 0.169.0 (corpus/defects, meta-duplicate-other-id). */
const firstCounts: CodexVerdict = {
  outcome: 'reads',
  note: 'Takes the first session meta, and reads the rest as of this session.',
}

/** A rule that tells the first session meta of one origin, and how many more there are. */
export function originRule(info: RuleInfo, origin: MetaOrigin, what: (id: string) => string): Rule {
  return {
    info,
    plain: ['session_meta'],
    start: ({ rolloutName, limits }) => {
      const ancestry = new MetaAncestry(limits)
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
