/** Human text: telling what a person typed from what a program put into the mouth of the user. */

/**
 * Beginnings of `role: user` messages that no human typed, from ROLLOUT-FORMAT 2.5. Used for previews and for
 * the colour of a line; newer files also say it in `content_item_metadata`, which the complete schemas read.
 */
const machinePrefixes = [
  '<environment_context',
  '# AGENTS.md instructions',
  '<user_instructions',
  '<INSTRUCTIONS',
  '<turn_aborted',
  '<user_shell_command',
  '<user_action',
  '<codex_internal_context',
  '<skill',
  '<permissions instructions',
  '<collaboration_mode',
  'Another language model started to solve this',
  'Warning: apply_patch was requested via',
] as const

/** True when a user message was written by a person, as far as its beginning tells. */
export function isTypedByHuman(text: string): boolean {
  const start = text.trimStart()
  return start !== '' && !machinePrefixes.some((prefix) => start.startsWith(prefix))
}
