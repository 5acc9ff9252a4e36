import { tokenRule } from './tokenRule'

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
