import type { CodexVerdict } from '../../../../shared/validation/finding'
import type { RuleInfo } from '../../../../shared/validation/report'
import { MessageFold, type MessageRule } from '../../messageFold'
import type { Rule } from '../../rule'
import { ruleFamily } from '../../ruleFamily'

const startOf = ruleFamily<MessageRule>(() => new MessageFold())

/** What holds words, and what begins and ends the turns that they belong to. */
const plain = [
  'session_meta',
  'compacted',
  'response_item/message',
  'response_item/reasoning',
  'event_msg/user_message',
  'event_msg/agent_message',
  'event_msg/agent_reasoning',
  'event_msg/item_completed',
  'event_msg/task_started',
  'event_msg/turn_started',
  'event_msg/task_complete',
  'event_msg/turn_complete',
  'event_msg/turn_aborted',
  'event_msg/entered_review_mode',
  'event_msg/exited_review_mode',
]

function messageRule(
  info: RuleInfo & { readonly id: `message/${MessageRule}` },
  verdict: CodexVerdict | null = null,
): Rule {
  return {
    info,
    plain,
    start: startOf(info.id.slice('message/'.length) as MessageRule),
    codex: () => verdict,
  }
}

/** The two lines that hold one message say different things. */
export const messageDiffers = messageRule({
  id: 'message/differs',
  severity: 'warning',
  title: 'One message, two texts',
  explanation:
    'Codex stores each message twice, for people and for the model, with the same words. Here they differ: one of the two lines was changed.',
  remedy: 'Read both lines. Compare with another copy of the file to find out which was changed.',
  source: 'All files of Codex 0.35 to 0.169 in the corpus; not measured.',
  example: 'agent_message "Done." beside an assistant message "Done!"',
  codex: null,
})

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

/** No message of the file is stored twice. */
export const messageOneStream = messageRule({
  id: 'message/one-stream',
  severity: 'info',
  title: 'Messages in one stream only',
  explanation:
    'Codex stores each message twice, for people and for the model. In this file no message is: another program wrote it, or one of the two streams was taken out.',
  remedy: 'Find out what wrote the file. Where it was Codex, look for another copy.',
  source: 'Measured with Codex 0.169.0.',
  example: 'Events user_message and agent_message, and no messages among the response items.',
  codex: 'Shows messages that are events; on a resume it tells the model of those that are items.',
})

/** The end of a turn repeats another answer than the last one. */
export const lastAnswer = messageRule({
  id: 'message/last-answer',
  severity: 'warning',
  title: 'Turn ends with another answer',
  explanation:
    'The end of a turn repeats the last answer of the model. Here it repeats another text than the messages of the turn hold.',
  remedy: 'Read both lines. Compare with another copy of the file to find out which was changed.',
  source: 'All files of Codex 0.104 to 0.169 in the corpus; not measured.',
  example: '"last_agent_message":"Done!" behind an agent_message "Done."',
  codex: null,
})
