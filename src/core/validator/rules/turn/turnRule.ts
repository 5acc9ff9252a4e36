import type { CodexVerdict } from '../../../../shared/validation/finding'
import type { RuleInfo } from '../../../../shared/validation/report'
import type { Draft, Rule } from '../../rule'
import { ruleFamily } from '../../conversation/ruleFamily'
import { TurnFold, type TurnRule } from '../../conversation/turnFold'

const startOf = ruleFamily<TurnRule>((file) => new TurnFold(file))

/** The session meta, and the events that begin and end turns and reviews. */
const plain = [
  'session_meta',
  'event_msg/task_started',
  'event_msg/turn_started',
  'event_msg/task_complete',
  'event_msg/turn_complete',
  'event_msg/turn_aborted',
  'event_msg/entered_review_mode',
  'event_msg/exited_review_mode',
  'event_msg/item_completed',
]

/** Returns the rule that picks its own from what pairing the beginnings and ends of turns has found. */
export function turnRule(
  info: RuleInfo & { readonly id: `turn/${TurnRule}` },
  codex: (draft: Draft) => CodexVerdict | null = () => null,
): Rule {
  return { info, plain, start: startOf(info.id.slice('turn/'.length) as TurnRule), codex }
}
