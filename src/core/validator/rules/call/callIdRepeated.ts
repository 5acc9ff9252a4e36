import { callRule } from './callRule'

/** The id of a call that is used twice. */
export const callIdRepeated = callRule(
  {
    id: 'call/id-repeated',
    severity: 'warning',
    title: 'Call id used twice',
    explanation:
      'Two calls, or two outputs, have the same id: which output belongs to which call is not sure, or lines were written twice.',
    remedy: 'Compare the two. Where they are alike, one of them is a copy.',
    source: 'Measured with Codex 0.169.0.',
    example: 'Two function_call lines with the id "call_1".',
    codex: 'Reads and resumes a session with two calls of one id.',
  },
  'Reads the session as if nothing were wrong.',
  'has the id of an earlier call.',
)
