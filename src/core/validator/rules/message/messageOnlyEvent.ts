import { messageRule } from './messageRule'

/** A message that is stored for people only. */
export const messageOnlyEvent = messageRule(
  {
    id: 'message/only-event',
    severity: 'warning',
    title: 'Message without its item',
    explanation:
      'Codex stores each message twice, for people and for the model. The item for the model is not in the file. Not looked for in files with copied records, which hold only a part of them.',
    remedy: 'Compare with another copy of the file: a line was removed, or another program wrote the file.',
    source: 'Measured with Codex 0.169.0.',
    example: 'An event agent_message and no assistant message with its words.',
    codex: 'Shows the message, and does not tell the model of it when the session is resumed.',
  },
  { outcome: 'reads', note: 'Shows the message; on a resume the model is not told of it.' },
)
