import { nameTimeFaults } from '../../sequence/nameTimes'
import { lineDraft, nothing, type Rule } from '../../rule'

/** The clocks of the beginning disagree. */
export const timeName: Rule = {
  info: {
    id: 'time/name',
    severity: 'warning',
    title: 'Name, session meta and id tell different times',
    explanation:
      'The name of the file has the local time of the writer, the session meta the same moment in UTC, an id of version 7 the moment when it was made, and the line the moment when it was written. Two of them cannot both be true: a file was renamed, or a time or an id was changed.',
    remedy: 'Compare the times of the first lines, and the name under which the file was found first.',
    source: 'ROLLOUT-FORMAT 1.2; 144 real files.',
    example: 'rollout-2026-03-04T05-06-07-….jsonl with "timestamp":"2026-03-04T05:09:42.000Z"',
    codex: null,
  },
  plain: ['session_meta'],
  start: ({ rolloutName }) => {
    let isFirst = true
    return {
      onLine: (line) => {
        if (line.sessionFacts === null || !isFirst) return nothing
        isFirst = false
        const lineMs = line.record?.timeMs ?? null
        const faults = nameTimeFaults({ name: rolloutName, facts: line.sessionFacts, lineMs })
        return faults.length === 0 ? nothing : [lineDraft(line, faults.join(' '))]
      },
    }
  },
  codex: () => null,
}
