import type { CodexVerdict } from '../../../../shared/validation/finding'
import { lineDraft, type Rule, type RuleLine } from '../../rule'
import { quoted } from '../../shapeText'

/** A record, event, item or part of content of a type that Rollscope does not know. */
export const unknownType: Rule = {
  info: {
    id: 'record/unknown-type',
    severity: 'info',
    title: 'Type that Rollscope does not know',
    explanation:
      'No Codex version that Rollscope knows stores this type. A newer one may; the line is shown with all it holds.',
    remedy: 'None is needed. Look for a newer Rollscope.',
    source: 'The schemas of Rollscope; measured with Codex 0.169.0.',
    example: '{"timestamp":"…","type":"moon_phase","payload":{}}',
    codex:
      'Skips records and events that it does not know, and items with parts that it does not know; keeps a response item that it does not know.',
  },
  plain: [],
  start: () => ({
    onLine: (line) => {
      const types = line.shape?.unknownTypes ?? []
      const [first] = types
      if (first === undefined) return []
      const more = types.length === 1 ? '' : `, and ${String(types.length - 1)} more`
      return [lineDraft(line, `${whatIsUnknown(first.pointer, line)} ${quoted(first.type)}${more}.`)]
    },
  }),
  codex: ({ message }) => measured.find(([beginning]) => message.startsWith(beginning))?.[1] ?? null,
}

const skipped: CodexVerdict = { outcome: 'skips', note: 'Reads the session without this line.' }

/** What was measured, by the beginning of the message. Of other places nothing is known. */
const measured: readonly (readonly [string, CodexVerdict])[] = [
  ['Unknown record type', skipped],
  ['Unknown event type', skipped],
  ['Unknown item type', { outcome: 'skips', note: 'Reads the session without this item.' }],
  ['Unknown type of a part', skipped],
  ['Unknown response item type', { outcome: 'reads', note: 'Takes the line for an item of another kind.' }],
]

/** Where one part that Codex cannot decode loses it the whole line (`codexParts.ts`). */
const partsThatLoseALine =
  /^response_item\/(message\/payload\/content|reasoning\/payload\/summary|(function_call|custom_tool_call)_output\/payload\/output)\/\d+$/

function whatIsUnknown(pointer: string, { shape }: RuleLine): string {
  const label = shape?.label ?? ''
  switch (pointer) {
    case '':
      return 'Unknown record type'
    case '/payload':
      if (label.startsWith('response_item')) return 'Unknown response item type'
      return label.startsWith('event_msg') ? 'Unknown event type' : 'Unknown type at /payload:'
    case '/payload/item':
      return 'Unknown item type'
    default:
      return partsThatLoseALine.test(label + pointer)
        ? `Unknown type of a part at ${pointer}:`
        : `Unknown type at ${pointer}:`
  }
}
