import { callRule } from './callRule'

/** An output before its call, or after its turn. */
export const callOutOfOrder = callRule(
  {
    id: 'call/out-of-order',
    severity: 'warning',
    title: 'Output in the wrong place',
    explanation: 'An output stands before its call, or behind the end of its turn. Lines were moved.',
    remedy: 'Compare with another copy of the file, and look at the times of the lines around.',
    source: 'Measured with Codex 0.169.0.',
    example: 'A function_call_output "call_1" in line 9 and the function_call "call_1" in line 10.',
    codex: 'Reads and resumes the session where an output stands before its call.',
  },
  'Reads the session as if nothing were wrong.',
  'stands before its call.',
)
