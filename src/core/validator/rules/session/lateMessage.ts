import { lineDraft, nothing, type Draft, type Rule } from '../../rule'
import { isUserMessage } from './userMessage'

/** Lines from the first on in which Codex 0.169 looks for a message of a user when it lists sessions (measured). */
const listedLines = 210

/** A first message of a user so far from the beginning that Codex does not list the session. */
export const lateMessage: Rule = {
  info: {
    id: 'session/late-message',
    severity: 'info',
    title: 'First message of a user comes late',
    explanation:
      'Codex looks for a message of a user in the first 210 lines of a file when it lists sessions. Here the first one stands after them, so the session is there and is in no list.',
    remedy: 'None is needed. Resume it by its id, if need be.',
    source: 'Measured with Codex 0.169.0.',
    example: '220 lines of other events, then the first user_message.',
    codex: 'Does not list the session; reads and resumes it.',
  },
  plain: ['event_msg/user_message', 'event_msg/item_completed'],
  start: () => {
    let isSeen = false
    return {
      onLine: (line): readonly Draft[] => {
        if (isSeen || !isUserMessage(line)) return nothing
        isSeen = true
        const { lineNumber } = line.line
        if (lineNumber <= listedLines) return nothing
        return [lineDraft(line, `The first message of a user is on line ${String(lineNumber)}.`)]
      },
    }
  },
  codex: () => ({ outcome: 'reads', note: 'Does not list the session, but reads and resumes it.' }),
}
