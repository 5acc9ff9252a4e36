/** Message form: what people, models and Codex itself wrote. */
import { isHumanMessage, machineTextName } from '../humanText'
import { factOf, factsBlock, notice, textBlock, textOf } from './blocks'
import { contentBlocks, encryptedNotice, imageListBlocks } from './contentBlocks'
import type { Fields } from './fields'
import type { FlatForm } from './form'
import type { FlatBlock } from './readable'

/** A `message` item of the model's context. */
export function messageForm(fields: Fields): FlatForm {
  const role = fields.text('role') ?? 'unknown role'
  const blocks = contentBlocks(fields, 'content')
  const text = firstText(blocks)
  const passed = fields.object('internal_chat_message_metadata_passthrough')
  const written = writtenBy(passed)
  const isHuman = role === 'assistant' || (role === 'user' && isHumanMessage(fields.source, text))
  const machine = isHuman ? null : machineTextName(text)
  const isMachine = !isHuman && (role === 'user' || machine !== null)
  const notes = [
    isMachine && role === 'user' ? 'written by Codex, not typed by a person' : null,
    machine,
    fields.text('phase')?.replaceAll('_', ' ') ?? null,
    written.length > 0 ? `recorded as written by ${written.join(', ')}` : null,
  ]
  return {
    title: `${role.slice(0, 1).toUpperCase()}${role.slice(1)} message`,
    note: joined(notes),
    blocks: [
      ...(isMachine ? blocks.map(asMachineText) : blocks),
      ...encryptedNotice(fields, 'encrypted_content'),
      ...(passed === null ? [] : factsBlock(factOf(passed, 'turn_id', 'Turn'))),
    ],
  }
}

/** A `reasoning` item: its summary, its content where it is readable, or that it is encrypted. */
export function reasoningForm(fields: Fields): FlatForm {
  const summary = contentBlocks(fields, 'summary')
  const content = contentBlocks(fields, 'content')
  const encrypted = encryptedNotice(fields, 'encrypted_content')
  const none =
    summary.length === 0 && content.length === 0 ? [notice('No summary is recorded.', fields.pointer)] : []
  return {
    title: 'Reasoning',
    note: summary.length > 0 ? 'summary' : null,
    blocks: [...none, ...summary, ...content, ...encrypted, ...turnFacts(fields)],
  }
}

/** A `user_message` event. */
export function userMessageForm(fields: Fields): FlatForm {
  const text = fields.text('message')
  const machine = text === null ? null : machineTextName(text)
  const files = [...(fields.texts('local_images') ?? []), ...(fields.texts('local_audio') ?? [])]
  return {
    title: 'User message',
    note: joined([machine === null ? null : `written by Codex: ${machine}`, fields.text('kind')]),
    blocks: [
      ...textBlock('prose', text, fields.at('message'), { isAside: machine !== null }),
      ...imageListBlocks(fields, 'images'),
      ...files.map((path) => notice(`File, named and not opened: ${path}`, fields.pointer)),
    ],
  }
}

/** An `agent_message` event. */
export function agentMessageForm(fields: Fields): FlatForm {
  const phase = fields.text('phase')
  return {
    title: 'Assistant message',
    note: phase?.replaceAll('_', ' ') ?? null,
    blocks: textOf(fields, 'message', 'prose'),
  }
}

/** An `agent_reasoning` event. */
export function agentReasoningForm(fields: Fields, title: string): FlatForm {
  return { title, note: null, blocks: textOf(fields, 'text', 'prose') }
}

/** A message from one agent to another. */
export function agentToAgentForm(fields: Fields): FlatForm {
  const [author, recipient] = [fields.text('author'), fields.text('recipient')]
  return {
    title: 'Message between agents',
    note: `${author ?? 'not recorded'} → ${recipient ?? 'not recorded'}`,
    blocks: [...contentBlocks(fields, 'content'), ...turnFacts(fields)],
  }
}

/** The turn that a response item says it belongs to. */
export function turnFacts(fields: Fields): readonly FlatBlock[] {
  const passed = fields.object('internal_chat_message_metadata_passthrough')
  return passed === null ? [] : factsBlock(factOf(passed, 'turn_id', 'Turn'))
}

/** Texts joined with commas; null when there is none. */
export function joined(parts: readonly (string | null)[]): string | null {
  const present = parts.filter((part): part is string => part !== null && part !== '')
  return present.length === 0 ? null : present.join(' · ')
}

/** Who wrote the parts of a message, where newer files say so: `user`, `harness`, `skills`. */
function writtenBy(passed: Fields | null): readonly string[] {
  const types = (passed?.objects('content_item_metadata') ?? []).map((part) =>
    part.object('provenance')?.text('type'),
  )
  return [...new Set(types.filter((type): type is string => typeof type === 'string'))]
}

/** Instructions that Codex wrote are background to a conversation: they wait folded, under their own name. */
function asMachineText(block: FlatBlock): FlatBlock {
  if (block.kind !== 'text') return block
  const [, tag] = /^\s*<([a-z_]{1,40})[ >]/i.exec(block.text) ?? []
  return { ...block, isAside: true, label: machineTextName(block.text) ?? tag ?? null }
}

function firstText(blocks: readonly FlatBlock[]): string {
  const text = blocks.find((block) => block.kind === 'text')
  return text?.text ?? ''
}
