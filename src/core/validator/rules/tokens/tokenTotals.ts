import type { RuleInfo } from '../../../../shared/validation/report'
import type { Rule } from '../../rule'
import { ruleFamily } from '../../ruleFamily'
import { TokenFold, type TokenRule } from '../../tokenFold'

const startOf = ruleFamily<TokenRule>(() => new TokenFold())

/** What states tokens, and what a total may jump over. */
const plain = [
  'session_meta',
  'event_msg/token_count',
  'event_msg/task_started',
  'token_usage_record',
  'compacted',
]

function tokenRule(info: RuleInfo & { readonly id: `tokens/${TokenRule}` }): Rule {
  const name = info.id.slice('tokens/'.length) as TokenRule
  return { info, plain, start: startOf(name), codex: () => null }
}

/** Counts of tokens that do not fit together. */
export const tokenSum = tokenRule({
  id: 'tokens/sum',
  severity: 'warning',
  title: 'Token counts do not add up',
  explanation:
    'A file states its tokens several times: parts and their sum, the last answer and the total, the usage record and the event. Here two of them disagree, which they do in no file that Codex was seen to write.',
  remedy: 'Look at the counts before and behind. One of them was changed, or a line between was removed.',
  source: 'All files of Codex 0.35 to 0.169 in the corpus; not measured.',
  example: '"input_tokens":1201,"output_tokens":45,"total_tokens":1346',
  codex: null,
})

/** A total that is less than before. */
export const tokensDown = tokenRule({
  id: 'tokens/down',
  severity: 'warning',
  title: 'Token total goes down',
  explanation: 'The total of the thread is less than it was, which no answer can make it.',
  remedy: 'Look whether lines were moved, or records of another session were copied in.',
  source: 'All files of Codex 0.35 to 0.169 in the corpus; not measured.',
  example: '"total_tokens":2525 and in a later line "total_tokens":1262',
  codex: null,
})

/** A total that begins again with the last answer. */
export const tokensRestarted = tokenRule({
  id: 'tokens/restarted',
  severity: 'info',
  title: 'Token total begins anew',
  explanation:
    'The total is that of the last answer alone, and was more before: Codex counts anew from here. Older builds did so when they resumed a session, and so does a session that was started with records of another.',
  remedy: 'Add the last total before this line, where all tokens of the file are wanted.',
  source: 'The format; not measured.',
  example: '"total_tokens":5022 and then "total_tokens":1260 with a last answer of 1260',
  codex: null,
})

/** Totals that hold what another session used. */
export const tokensCopied = tokenRule({
  id: 'tokens/copied',
  severity: 'info',
  title: 'Token totals of another session',
  explanation:
    'The totals of a fork, or of an agent that was given the history of another, hold what that session used, too. One finding a file, where they begin.',
  remedy: 'Do not add up the totals of both sessions: the shared part would count twice.',
  source: 'Files of Codex 0.169; ryoppippi/ccusage#897 and #950.',
  example: 'A second session_meta with another id, and token counts behind it.',
  codex: null,
})
