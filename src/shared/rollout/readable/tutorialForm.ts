/**
 * Tutorial form: a line `{type, item, seq}` as message, tool call, tool result, error or word of the system.
 *
 * Its items are often those of a rollout and then have their forms. Others name what they mean in many ways: the members
 * that are met are read in turn, and whatever is left is shown by its name.
 */
import { eventContent } from '../eventContent'
import { responseItem } from '../recordContent'
import { isJsonObject, type JsonObject } from '../rolloutLine'
import { tutorialPart, type TutorialPart } from '../tutorialPart'
import { badge, badgesBlock, factOf, factsBlock, jsonBlock, memberBlocks } from './blocks'
import { argumentBlocks } from './callForm'
import { commandOf } from './commandForm'
import { contentBlocks } from './contentBlocks'
import type { Fields } from './fields'
import type { Form } from './form'
import { outputMember } from './outputForm'
import { exitBadge } from './outputText'
import type { FlatBlock, TextBlock } from './readable'
import { recordForm } from './recordForm'

/** The form of a line. */
export function tutorialForm(fields: Fields): Form {
  const line = fields.source
  const type = fields.text('type')
  const item = fields.object('item')
  const sequence = factsBlock(factOf(fields, 'seq', 'Sequence number'))
  const form =
    item === null
      ? plainForm(fields, line)
      : isOfRollout(type, item.source)
        ? recordForm(type, item)
        : partForm(tutorialPart(line), item)
  return { ...form, blocks: [...form.blocks, ...sequence] }
}

/** True when the item is one that a rollout may hold as a payload of this type. */
function isOfRollout(type: string | null, item: JsonObject): boolean {
  if (type === 'session_meta' || type === 'turn_context') return true
  if (type === 'response_item') return responseItem(item).kind !== 'unknown'
  return type === 'event_msg' && eventContent(item).kind !== 'unknown'
}

const titles: Readonly<Record<TutorialPart, string>> = {
  meta: 'Session meta',
  'tool-result': 'Output of a tool',
  'tool-call': 'Call of a tool',
  reasoning: 'Reasoning',
  error: 'Error',
  user: 'User message',
  assistant: 'Assistant message',
  system: 'System',
}

/** An item that is a text, or a value of some other kind. */
function plainForm(fields: Fields, line: JsonObject): Form {
  const item = fields.value('item')
  const pointer = fields.at('item')
  const text: readonly TextBlock[] =
    typeof item === 'string' && item !== ''
      ? [{ kind: 'text', look: 'prose', label: null, text: item, cut: null, isAside: false, pointer }]
      : []
  const blocks = text.length > 0 ? text : jsonBlock(item, pointer, { label: 'Item' })
  return { title: titles[tutorialPart(line)], note: null, blocks }
}

function partForm(part: TutorialPart, item: Fields): Form {
  const { title, blocks } = part === 'tool-call' ? callForm(item) : { title: titles[part], blocks: [] }
  const isTool = part === 'tool-call' || part === 'tool-result'
  for (const key of ['type', 'role']) item.text(key)
  return {
    title,
    note: null,
    blocks: [
      ...blocks,
      ...(part === 'tool-result' ? resultBlocks(item) : isTool ? [] : textBlocks(item)),
      ...memberBlocks(item),
    ],
  }
}

const nameKeys = ['name', 'tool', 'tool_name'] as const
const argumentKeys = ['arguments', 'args', 'input', 'parameters'] as const

function callForm(item: Fields): Pick<Form, 'title' | 'blocks'> {
  const key = nameKeys.find((name) => typeof item.source[name] === 'string')
  const name = key === undefined ? null : item.text(key)
  return {
    title: name === null ? titles['tool-call'] : `Call of ${name}`,
    blocks: [
      ...commandOf(item, 'command'),
      ...argumentKeys.flatMap((argument) => argumentBlocks(item, name, argument)),
    ],
  }
}

function resultBlocks(item: Fields): readonly FlatBlock[] {
  const error = item.text('error')
  return [
    ...badgesBlock(exitBadge(item.number('exit_code'), item.at('exit_code'))),
    ...badgesBlock(badge('Error', error, item.at('error'), { tone: 'caution' })),
    ...['output', 'result', 'content', 'text'].flatMap((key) => outputMember(item, key)),
  ]
}

function textBlocks(item: Fields): readonly FlatBlock[] {
  return ['content', 'text', 'message'].flatMap((key) =>
    isJsonObject(item.source[key]) ? [] : contentBlocks(item, key),
  )
}
