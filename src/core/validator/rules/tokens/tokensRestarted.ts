import { tokenRule } from './tokenRule'

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
