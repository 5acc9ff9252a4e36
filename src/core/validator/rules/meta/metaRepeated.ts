import type { SessionFacts } from '../../../../shared/rollout/sessionMeta'
import { MetaAncestry } from '../../metaAncestry'
import { placeOf, type Place } from '../../sequence/notes'
import { nothing, type Draft, type Rule } from '../../rule'

/** What a session meta that is written again repeats; its settings may be new. */
const constant = ['timestamp', 'cwd', 'originator', 'source', 'gitCommit'] as const

/** The session meta of this session stands in the file more than once. */
export const metaRepeated: Rule = {
  info: {
    id: 'meta/repeated',
    severity: 'info',
    title: 'Session meta is repeated',
    explanation:
      'Codex 0.140 to 0.146 wrote the session meta again whenever a session was resumed or set up anew, up to 34 times in one file. The first one counts.',
    remedy: 'Nothing is lost. The times of these lines tell when the session was taken up again.',
    source: 'Real files of 0.140 to 0.146; measured with Codex 0.169.0.',
    example: 'The line of line 1 again, with another time',
    codex: 'Takes the first one.',
  },
  plain: ['session_meta'],
  start: ({ limits }) => {
    const ancestry = new MetaAncestry(limits)
    let own: SessionFacts | null = null
    let place: Place | null = null
    let count = 0
    let lastLine = 0
    const changed = new Set<string>()
    const onEnd = (): readonly Draft[] => {
      if (place === null) return nothing
      const times =
        count === 1
          ? 'again'
          : `${count.toLocaleString('en')} more times, last on line ${lastLine.toLocaleString('en')}`
      const differs = changed.size === 0 ? '' : ` Not all tell the same ${[...changed].join(', ')}.`
      return [
        {
          ...place,
          message: `The session meta of line ${firstLine.toLocaleString('en')} stands here ${times}.${differs}`,
        },
      ]
    }
    let firstLine = 1
    return {
      onLine: ({ line, sessionFacts }) => {
        if (sessionFacts === null) return nothing
        const origin = ancestry.take(sessionFacts)
        if (origin === 'first') {
          own = sessionFacts
          firstLine = line.lineNumber
        }
        if (origin !== 'own') return nothing
        place ??= placeOf(line)
        count += 1
        lastLine = line.lineNumber
        for (const key of constant) if (own !== null && own[key] !== sessionFacts[key]) changed.add(key)
        return nothing
      },
      onEnd,
      onPart: onEnd,
    }
  },
  codex: () => ({ outcome: 'reads', note: 'Takes the first session meta.' }),
}
