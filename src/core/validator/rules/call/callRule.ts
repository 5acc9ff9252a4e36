import type { RuleInfo } from '../../../../shared/validation/report'
import type { CallRule } from '../../conversation/callEnd'
import { CallFold } from '../../conversation/callFold'
import { ruleFamily } from '../../conversation/ruleFamily'
import type { Rule } from '../../rule'

const startOf = ruleFamily<CallRule>((file) => new CallFold(file))

/** Items, and the events that begin and end a turn. */
const plain = [
  'response_item',
  'event_msg/task_started',
  'event_msg/turn_started',
  'event_msg/task_complete',
  'event_msg/turn_complete',
  'event_msg/turn_aborted',
]

/** `measured` is the end of the messages that were measured; of others of the rule nothing is said. */
export function callRule(
  info: RuleInfo & { readonly id: `call/${CallRule}` },
  note: string,
  measured = '',
): Rule {
  return {
    info,
    plain,
    start: startOf(info.id.slice('call/'.length) as CallRule),
    codex: ({ message }) => (message.endsWith(measured) ? { outcome: 'reads', note } : null),
  }
}
