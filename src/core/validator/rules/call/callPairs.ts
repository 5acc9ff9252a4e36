import type { RuleInfo } from '../../../../shared/validation/report'
import { CallFold, type CallRule } from '../../callFold'
import { ruleFamily } from '../../ruleFamily'
import type { Rule } from '../../rule'

const startOf = ruleFamily<CallRule>(() => new CallFold())

/** Items, and the events that begin and end a turn. */
const plain = [
  'response_item',
  'event_msg/task_started',
  'event_msg/turn_started',
  'event_msg/task_complete',
  'event_msg/turn_complete',
  'event_msg/turn_aborted',
]

/** `measured` is the end of the messages that were measured; of others of the rule nothing is said. */
function callRule(info: RuleInfo & { readonly id: `call/${CallRule}` }, note: string, measured = ''): Rule {
  return {
    info,
    plain,
    start: startOf(info.id.slice('call/'.length) as CallRule),
    codex: ({ message }) => (message.endsWith(measured) ? { outcome: 'reads', note } : null),
  }
}

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
