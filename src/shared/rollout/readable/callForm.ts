/** Call form: what the model asked a tool to do. Arguments are JSON text inside a string; they are decoded. */
import {
  badge,
  badgesBlock,
  factOf,
  factsBlock,
  jsonSourceBlock,
  memberBlocks,
  textBlock,
  textOf,
} from './blocks'
import { commandBlocks } from './commandForm'
import { imageBlock } from './contentBlocks'
import { imageOfBase64 } from './dataImage'
import type { Fields } from './fields'
import type { FlatForm } from './form'
import { joined, turnFacts } from './messageForm'
import { hasPatch, parsePatch } from './patchText'
import type { FlatBlock } from './readable'

/** A `function_call` item. */
export function functionCallForm(fields: Fields): FlatForm {
  const name = fields.text('name')
  const blocks = argumentBlocks(fields, name)
  return {
    title: `Call of ${name ?? 'a tool without a name'}`,
    note: joined([fields.text('namespace'), statusNote(fields)]),
    blocks: [...blocks, ...callFacts(fields)],
  }
}

const shellTools = new Set([
  'shell',
  'shell_command',
  'exec_command',
  'container.exec',
  'local_shell',
  'unified_exec',
])

/** The arguments of a call, by the tool where its arguments are known, by their names where they are not. */
export function argumentBlocks(fields: Fields, name: string | null, key = 'arguments'): readonly FlatBlock[] {
  const decoded = fields.decoded(key)
  if (decoded !== null) return decodedBlocks(decoded, name)
  const text = fields.text(key)
  if (text !== null) return jsonSourceBlock(text, fields.at(key), { label: 'Arguments' })
  const given = fields.object(key)
  return given === null ? [] : decodedBlocks(given, name)
}

function decodedBlocks(args: Fields, name: string | null): readonly FlatBlock[] {
  if (name === 'update_plan') return [...planBlocks(args), ...memberBlocks(args)]
  if (name === 'apply_patch')
    return [...patchMember(args, 'input'), ...patchMember(args, 'patch'), ...memberBlocks(args)]
  if (name === 'write_stdin') {
    return [...textOf(args, 'chars', 'terminal', { label: 'Written to the process' }), ...memberBlocks(args)]
  }
  if (shellTools.has(name ?? '') || args.has('cmd')) return commandBlocks(args)
  return memberBlocks(args)
}

/** The steps of `update_plan`. */
export function planBlocks(fields: Fields): readonly FlatBlock[] {
  const steps = fields.objects('plan')
  return [
    ...textOf(fields, 'explanation', 'prose'),
    ...(steps === null
      ? []
      : [
          {
            kind: 'plan' as const,
            steps: steps.map((step) => ({
              text: step.text('step') ?? '',
              status: step.text('status') ?? 'not recorded',
              pointer: step.pointer,
            })),
            pointer: fields.at('plan'),
          },
        ]),
  ]
}

function patchMember(fields: Fields, key: string): readonly FlatBlock[] {
  const text = fields.text(key)
  return text === null ? [] : patchBlocks(text, fields.at(key))
}

/** A patch as a diff; a text that is none as it stands. */
export function patchBlocks(text: string, pointer: string): readonly FlatBlock[] {
  const files = hasPatch(text) ? parsePatch(text, pointer) : null
  if (files === null) return textBlock('code', text, pointer)
  return [{ kind: 'diff', label: null, files, hiddenFiles: 0, pointer }]
}

/** A `custom_tool_call` item, whose input is free text. */
export function customToolCallForm(fields: Fields): FlatForm {
  const name = fields.text('name')
  const input = fields.text('input')
  return {
    title: name === 'apply_patch' ? 'Patch' : `Call of ${name ?? 'a tool without a name'}`,
    note: joined([
      name === 'apply_patch' ? 'asked for with apply_patch' : null,
      fields.text('namespace'),
      statusNote(fields),
    ]),
    blocks: [...(input === null ? [] : patchBlocks(input, fields.at('input'))), ...callFacts(fields)],
  }
}

/** A `local_shell_call` item. */
export function localShellCallForm(fields: Fields): FlatForm {
  const action = fields.object('action')
  action?.text('type')
  return {
    title: 'Shell command',
    note: statusNote(fields),
    blocks: [...(action === null ? [] : commandBlocks(action)), ...callFacts(fields)],
  }
}

/** A `web_search_call` item, and the event that says it ended. */
export function webSearchForm(fields: Fields): FlatForm {
  const action = fields.object('action')
  const type = action?.text('type') ?? null
  const query = fields.text('query')
  const hasOwnQuery = action?.has('query') === true
  return {
    title: 'Web search',
    note: joined([type?.replaceAll('_', ' ') ?? null, statusNote(fields)]),
    blocks: [
      ...(hasOwnQuery ? [] : textBlock('prose', query, fields.at('query'), { label: 'Query' })),
      ...(action === null
        ? []
        : [
            ...textOf(action, 'query', 'prose', { label: 'Query' }),
            ...factsBlock([
              ...factOf(action, 'url', 'Address, not fetched'),
              ...factOf(action, 'pattern', 'Pattern'),
            ]),
            ...memberBlocks(action),
          ]),
      ...resultBlocks(fields),
      ...callFacts(fields),
    ],
  }
}

function resultBlocks(fields: Fields): readonly FlatBlock[] {
  const results = fields.objects('results') ?? []
  return results.flatMap((result) => memberBlocks(result))
}

/** A `tool_search_call` item. */
export function toolSearchCallForm(fields: Fields): FlatForm {
  return {
    title: 'Search for tools',
    note: joined([fields.text('execution'), statusNote(fields)]),
    blocks: [...argumentBlocks(fields, null), ...callFacts(fields)],
  }
}

/** An `image_generation_call` item, and the event that says it ended. */
export function imageGenerationForm(fields: Fields): FlatForm {
  const result = fields.text('result')
  const pointer = fields.at('result')
  const isUrl = result?.startsWith('data:') === true
  return {
    title: 'Image generation',
    note: statusNote(fields),
    blocks: [
      ...textOf(fields, 'revised_prompt', 'prose', { label: 'Revised prompt' }),
      ...(isUrl ? imageBlock(result, pointer) : []),
      ...(result === null || result === '' || isUrl
        ? []
        : [{ kind: 'image' as const, label: null, image: imageOfBase64(result, null), pointer }]),
      ...callFacts(fields),
    ],
  }
}

/** What ties a call to its output and its turn. */
export function callFacts(fields: Fields): readonly FlatBlock[] {
  return [...factsBlock(factOf(fields, 'call_id', 'Call')), ...turnFacts(fields)]
}

/**
 * A status that says something. That a call is `completed` says it was written to its end, not how it went: it is
 * left to what else is recorded.
 */
function statusNote(fields: Fields): string | null {
  return fields.source['status'] === 'completed' ? null : fields.text('status')
}

/** How something ended, as a badge. */
export function statusBadge(fields: Fields): readonly FlatBlock[] {
  const status = fields.text('status')
  const isGood = status === 'completed'
  return badgesBlock(badge('Status', status, fields.at('status'), { tone: isGood ? 'plain' : 'caution' }))
}
