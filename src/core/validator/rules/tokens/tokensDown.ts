import { tokenRule } from './tokenRule'

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
