import { callRule } from './callRule'

/** A call without an output, although the turn went on to its end. */
export const callWithoutOutput = callRule(
  {
    id: 'call/without-output',
    severity: 'warning',
    title: 'Call without its output',
    explanation:
      'The model called a tool and went on, which it cannot do before it was told what came of the call. The output is not in the file.',
    remedy: 'Compare with another copy of the file: a line was removed, or its call id was changed.',
    source: 'Measured with Codex 0.169.0.',
    example: 'A function_call "call_1", an answer of the model, and no function_call_output "call_1".',
    codex: 'Reads and resumes the session; it makes up an output for the model and never writes it.',
  },
  'Makes up an output for the model, and never writes it.',
)
