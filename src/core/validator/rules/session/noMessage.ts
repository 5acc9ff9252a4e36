import { nothing, type Rule } from '../../rule'
import { isUserMessage } from './userMessage'

/** A session in which no human said anything, as far as the file tells. */
export const noMessage: Rule = {
  info: {
    id: 'session/no-message',
    severity: 'info',
    title: 'No message of a user',
    explanation:
      'No line records that a person said something: Codex was started and left, or only what it does by itself was stored.',
    remedy: 'None is needed. The lines that are there can be read.',
    source: 'Measured with Codex 0.169.0.',
    example: 'A session meta and nothing else.',
    codex:
      'Does not list the session; reads it, with no turns where there are no other events, and resumes it.',
  },
  plain: ['event_msg/user_message', 'event_msg/item_completed'],
  start: () => {
    let isSeen = false
    return {
      onLine: (line) => {
        isSeen ||= isUserMessage(line)
        return nothing
      },
      onEnd: ({ format, metaLine, lineCount }) => {
        const isAsked = (format === 'legacy' || format === 'paginated') && metaLine !== null
        if (isSeen || !isAsked) return []
        const message =
          lineCount === 1
            ? 'The file holds the session meta and nothing else.'
            : 'No line of the file records a message of a user.'
        return [{ lineNumber: null, byteOffset: 0, byteLength: 0, message }]
      },
    }
  },
  codex: () => ({ outcome: 'reads', note: 'Does not list the session, but reads and resumes it.' }),
}
