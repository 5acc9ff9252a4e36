import { parseJson } from '../../../../shared/parseJson'
import { lineDraft, nothing, type Rule } from '../../rule'

/** Arguments up to this length are looked at; longer ones are taken for what they say to be. */
const longestArguments = 1024 * 1024

/** A function call whose arguments are no JSON text. */
export const callArguments: Rule = {
  info: {
    id: 'call/arguments',
    severity: 'info',
    title: 'Arguments of a call are no JSON',
    explanation:
      'The arguments of a function call are a text that holds JSON. Here they hold none: the model wrote something else, or the text was changed.',
    remedy: 'Read the text as it stands. What the tool answered says whether it ran.',
    source: 'Measured with Codex 0.169.0.',
    example: '{"type":"function_call","name":"shell","arguments":"ls -la","call_id":"call_1"}',
    codex: 'Reads it; the text goes to the model as it is.',
  },
  plain: ['response_item/function_call'],
  start: () => ({
    onLine: (line) => {
      const { record } = line
      if (record?.subtype !== 'function_call' || record.type !== 'response_item') return nothing
      const text = record.payload['arguments']
      if (typeof text !== 'string' || text.length > longestArguments) return nothing
      if (parseJson(text) !== undefined) return nothing
      return [lineDraft(line, 'The arguments of the call are no JSON.')]
    },
  }),
  codex: () => ({ outcome: 'reads', note: 'Reads the call and does not look into its arguments.' }),
}
