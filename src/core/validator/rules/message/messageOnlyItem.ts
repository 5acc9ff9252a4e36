import { messageRule } from './messageRule'

/** A message that is stored for the model only. */
export const messageOnlyItem = messageRule(
  {
    id: 'message/only-item',
    severity: 'warning',
    title: 'Message without its event',
    explanation:
      'Codex stores each message twice, for people and for the model. The event for people is not in the file, so that nobody is shown what the model was told or said. Not looked for in files with copied records, which hold only a part of them.',
    remedy: 'Compare with another copy of the file: a line was removed, or another program wrote the file.',
    source: 'Measured with Codex 0.169.0.',
    example: 'An assistant message and no event agent_message with its words.',
    codex: 'Does not show the message, and tells the model of it when the session is resumed.',
  },
  { outcome: 'misreads', note: 'Does not show the message; on a resume the model is told of it.' },
)
