import { messageRule } from './messageRule'

/** The end of a turn repeats another answer than the last one. */
export const lastAnswer = messageRule({
  id: 'message/last-answer',
  severity: 'warning',
  title: 'Turn ends with another answer',
  explanation:
    'The end of a turn repeats the last answer of the model. Here it repeats another text than the messages of the turn hold.',
  remedy: 'Read both lines. Compare with another copy of the file to find out which was changed.',
  source: 'All files of Codex 0.104 to 0.169 in the corpus; not measured.',
  example: '"last_agent_message":"Done!" behind an agent_message "Done."',
  codex: null,
})
