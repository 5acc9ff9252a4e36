import { messageRule } from './messageRule'

/** No message of the file is stored twice. */
export const messageOneStream = messageRule({
  id: 'message/one-stream',
  severity: 'info',
  title: 'Messages in one stream only',
  explanation:
    'Codex stores each message twice, for people and for the model. In this file no message is: another program wrote it, or one of the two streams was taken out.',
  remedy: 'Find out what wrote the file. Where it was Codex, look for another copy.',
  source: 'Measured with Codex 0.169.0.',
  example: 'Events user_message and agent_message, and no messages among the response items.',
  codex: 'Shows messages that are events; on a resume it tells the model of those that are items.',
})
