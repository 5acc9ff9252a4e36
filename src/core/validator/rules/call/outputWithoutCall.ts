import { callRule } from './callRule'

/** An output without a call. */
export const outputWithoutCall = callRule(
  {
    id: 'call/without-call',
    severity: 'warning',
    title: 'Output without its call',
    explanation: 'A tool answered, and what it was asked is not in the file.',
    remedy: 'Compare with another copy of the file: a line was removed, or its call id was changed.',
    source: 'Measured with Codex 0.169.0.',
    example: 'A function_call_output "call_1" and no function_call "call_1".',
    codex: 'Reads and resumes the session; the model is not told of the output.',
  },
  'Drops the output for the model.',
)
