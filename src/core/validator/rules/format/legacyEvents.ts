import { lineDraft, nothing, type Draft, type Rule } from '../../rule'

/** Events that only the legacy mode has; a paginated file has completed items in their place. */
const legacyEvents: ReadonlySet<string> = new Set([
  'user_message',
  'agent_message',
  'agent_reasoning',
  'agent_reasoning_raw_content',
])

/** Most places that are remembered until the end tells which mode the file is of. */
const mostPlaces = 1_000

/** A paginated file that tells its messages as a legacy one does. */
export const legacyEventsInPaginated: Rule = {
  info: {
    id: 'format/legacy-events',
    severity: 'warning',
    title: 'Events of the legacy mode in a paginated file',
    explanation:
      'The header says that the history is paginated, and a message or reasoning is stored as an event of the legacy mode. In a paginated file Codex shows completed items only.',
    remedy: 'Read the lines here. Find out what wrote them: a Codex writes one mode in one file.',
    source: 'Measured with Codex 0.169.0.',
    example: '{"ordinal":6,"type":"event_msg","payload":{"type":"user_message","message":"hello"}}',
    codex: 'Lists and resumes the session, and shows the turn without these.',
  },
  plain: ['event_msg'],
  start: () => {
    const drafts: Draft[] = []
    /** Places that are counted alone. */
    let more = 0
    return {
      onLine: (line) => {
        const subtype = line.record?.type === 'event_msg' ? line.record.subtype : null
        if (subtype === null || !legacyEvents.has(subtype)) return nothing
        if (drafts.length >= mostPlaces) more += 1
        else
          drafts.push(lineDraft(line, `The event ${subtype} is of the legacy mode; the file is paginated.`))
        return nothing
      },
      onEnd: ({ format }) => (format === 'paginated' ? withRest(drafts, more) : []),
    }
  },
  codex: () => ({ outcome: 'misreads', note: 'Reads the session and does not show this in its turns.' }),
}

/** Says with the last place how many more there are. */
function withRest(drafts: readonly Draft[], more: number): readonly Draft[] {
  const last = drafts.at(-1)
  if (last === undefined || more === 0) return drafts
  const message = `${last.message} ${more.toLocaleString('en')} more lines like it follow.`
  return [...drafts.slice(0, -1), { ...last, message }]
}
