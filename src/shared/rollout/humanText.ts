/** Human text: telling what a person typed from what a program put into the mouth of the user. */
import { isJsonObject, type JsonObject } from './rolloutLine'

/**
 * Beginnings of `role: user` messages that no human typed, from ROLLOUT-FORMAT 2.5, and what each of them is. Used for
 * previews, for the colour of a line and in its readable form, in files that do not say it themselves.
 */
const machineTexts = [
  ['<environment_context', 'environment context'],
  ['# AGENTS.md instructions', 'project instructions (AGENTS.md)'],
  ['<user_instructions', 'user instructions'],
  ['<INSTRUCTIONS', 'instructions'],
  ['<turn_aborted', 'notice of an aborted turn'],
  ['<user_shell_command', 'command that the user ran in a shell'],
  ['<user_action', 'result of an action of the user'],
  ['<codex_internal_context', 'internal context'],
  ['<skill', 'skill instructions'],
  ['<permissions instructions', 'permission instructions'],
  ['<collaboration_mode', 'collaboration mode'],
  ['Another language model started to solve this', 'summary of a compacted history'],
  ['Warning: apply_patch was requested via', 'warning about apply_patch'],
] as const

/** Says what a text is that Codex wrote in the name of the user or developer; null when its beginning names none. */
export function machineTextName(text: string): string | null {
  const start = text.trimStart()
  return machineTexts.find(([prefix]) => start.startsWith(prefix))?.[1] ?? null
}

/**
 * True when a message item with the role of a user was written by a person: by what the file says of its parts since
 * late 2026 (who wrote each, or of what kind it is), else by the beginning of its text. One without a text, such as an
 * image alone, is a person's: nothing says otherwise.
 */
export function isHumanMessage(item: JsonObject, text: string): boolean {
  const notes = item['internal_chat_message_metadata_passthrough']
  const isTyped = machineTextName(text) === null
  if (!isJsonObject(notes)) return isTyped
  const writers = listOf(notes['content_item_metadata']).flatMap(writerOf)
  if (writers.length > 0) return writers.includes('user')
  const kinds = listOf(notes['content_item_kinds']).filter((kind) => typeof kind === 'string')
  if (kinds.length > 0) return kinds.some((kind) => kind.startsWith('user.'))
  return isTyped
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function writerOf(entry: unknown): readonly string[] {
  const provenance = isJsonObject(entry) ? entry['provenance'] : undefined
  const type = isJsonObject(provenance) ? provenance['type'] : undefined
  return typeof type === 'string' ? [type] : []
}
