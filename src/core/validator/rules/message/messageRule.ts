import type { CodexVerdict } from '../../../../shared/validation/finding'
import type { RuleInfo } from '../../../../shared/validation/report'
import { MessageFold, type MessageRule } from '../../conversation/messageFold'
import type { Rule } from '../../rule'
import { ruleFamily } from '../../conversation/ruleFamily'

const startOf = ruleFamily<MessageRule>((file) => new MessageFold(file))

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

/** Returns the rule that picks its own from what comparing the two lines of each message has found. */
export function messageRule(
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
