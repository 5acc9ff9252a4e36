import { plainId } from '../../metaAncestry'
import { placeOf, type Place } from '../../sequence/notes'
import { nothing, type Draft, type Rule } from '../../rule'
import { quoted } from '../../shapeText'

/** The name of the file tells another session than its session meta. */
export const idNotInName: Rule = {
  info: {
    id: 'meta/id-not-in-name',
    severity: 'warning',
    title: 'Name and session meta tell different ids',
    explanation:
      'The id in the name of a file is that of its session in every real file. Here the first session meta has another: the file was renamed or copied, or its beginning was changed.',
    remedy: 'Look for other files with either id. The id within UUIDs of version 7 tells when each was made.',
    source: 'Measured with Codex 0.169.0; 144 real files.',
    example: 'rollout-…-019c…ab.jsonl with "id":"019c…ff"',
    codex: 'Lists, reads and resumes the session under the id of the session meta.',
  },
  plain: ['session_meta'],
  start: ({ rolloutName }) => {
    const named = rolloutName?.sessionId ?? null
    let odd: { readonly place: Place; readonly id: string } | null = null
    let hasFirst = false
    let namedLine: number | null = null
    const onEnd = (): readonly Draft[] => {
      if (odd === null || named === null) return nothing
      const where =
        namedLine === null
          ? ''
          : ` The id of the name stands in the session meta of line ${namedLine.toLocaleString('en')}.`
      const message = `The session meta tells id ${quoted(odd.id)}, and the name of the file "${named}".${where}`
      return [{ ...odd.place, message }]
    }
    return {
      onLine: ({ line, sessionFacts, metaFaults }) => {
        if (sessionFacts === null || named === null) return nothing
        const { id } = sessionFacts
        const isNamed = id !== null && plainId(id) === plainId(named)
        // An id that is none is another rule's finding.
        if (!hasFirst && id !== null && !isNamed && metaFaults.length === 0)
          odd = { place: placeOf(line), id }
        if (hasFirst && isNamed) namedLine ??= line.lineNumber
        hasFirst = true
        return nothing
      },
      onEnd,
      onPart: onEnd,
    }
  },
  codex: () => ({ outcome: 'reads', note: 'Lists, reads and resumes it under the id of the session meta.' }),
}
