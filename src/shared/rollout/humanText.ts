/** Human text: telling what a person typed from what a program put into the mouth of the user. */

/**
 * Beginnings of `role: user` messages that no human typed, from ROLLOUT-FORMAT 2.5, and what each of them is. Used for
 * previews, for the colour of a line and in its readable form; newer files also say it in `content_item_metadata`,
 * which the complete schemas read.
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

/** True when a user message was written by a person, as far as its beginning tells. */
export function isTypedByHuman(text: string): boolean {
  return text.trimStart() !== '' && machineTextName(text) === null
}
