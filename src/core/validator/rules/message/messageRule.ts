import type { CodexVerdict } from '../../../../shared/validation/finding'
import type { RuleInfo } from '../../../../shared/validation/report'
import { MessageFold, type MessageRule } from '../../messageFold'
import type { Rule } from '../../rule'
import { ruleFamily } from '../../ruleFamily'

const startOf = ruleFamily<MessageRule>(() => new MessageFold())

/** Returns the rule that picks its own from what comparing the two lines of each message has found. */
export function messageRule(
  info: RuleInfo & { readonly id: `message/${MessageRule}` },
  verdict: CodexVerdict | null = null,
): Rule {
  return { info, start: startOf(info.id.slice('message/'.length) as MessageRule), codex: () => verdict }
}
