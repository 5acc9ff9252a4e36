import { messageRule } from './messageRule'

/** The two lines that hold one message say different things. */
export const messageDiffers = messageRule({
  id: 'message/differs',
  severity: 'warning',
  title: 'One message, two texts',
  explanation:
    'Codex stores each message twice, for people and for the model, with the same words. Here they differ: one of the two lines was changed.',
  remedy: 'Read both lines. Compare with another copy of the file to find out which was changed.',
  source: 'All files of Codex 0.35 to 0.169 in the corpus; not measured.',
  example: 'agent_message "Done." beside an assistant message "Done!"',
  codex: null,
})
