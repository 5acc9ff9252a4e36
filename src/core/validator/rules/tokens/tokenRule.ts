import type { RuleInfo } from '../../../../shared/validation/report'
import type { Rule } from '../../rule'
import { ruleFamily } from '../../conversation/ruleFamily'
import { TokenFold, type TokenRule } from '../../conversation/tokenFold'

const startOf = ruleFamily<TokenRule>(() => new TokenFold())

/** What states tokens, and what a total may jump over. */
const plain = [
  'session_meta',
  'event_msg/token_count',
  'event_msg/task_started',
  'token_usage_record',
  'compacted',
]

/** Returns the rule that picks its own from what adding up tokens has found. */
export function tokenRule(info: RuleInfo & { readonly id: `tokens/${TokenRule}` }): Rule {
  const name = info.id.slice('tokens/'.length) as TokenRule
  return { info, plain, start: startOf(name), codex: () => null }
}
