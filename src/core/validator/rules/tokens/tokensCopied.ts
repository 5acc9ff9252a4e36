import { tokenRule } from './tokenRule'

/** Totals that hold what another session used. */
export const tokensCopied = tokenRule({
  id: 'tokens/copied',
  severity: 'info',
  title: 'Token totals of another session',
  explanation:
    'The totals of a fork, or of an agent that was given the history of another, hold what that session used, too. One finding a file, where they begin.',
  remedy: 'Do not add up the totals of both sessions: the shared part would count twice.',
  source: 'Files of Codex 0.169; ryoppippi/ccusage#897 and #950.',
  example: 'A second session_meta with another id, and token counts behind it.',
  codex: null,
})
