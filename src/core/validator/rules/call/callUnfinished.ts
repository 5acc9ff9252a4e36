import { callRule } from './callRule'

/** A call whose output is missing for a known reason. */
export const callUnfinished = callRule(
  {
    id: 'call/unfinished',
    severity: 'info',
    title: 'Call that was not finished',
    explanation:
      'A call has no output because the file, or its turn, ends before it. What the tool did is not recorded.',
    remedy: 'None is needed. Whether the tool ran, and how far, this file does not tell.',
    source: 'Measured with Codex 0.169.0, which was killed while a tool ran.',
    example: 'A function_call in the last line of a file.',
    codex: 'Reads and resumes the session; it makes up an output for the model and never writes it.',
  },
  'Makes up an output for the model, and never writes it.',
)
