/**
 * Rare form: records, events and items that are known by their shape and seldom or never met: a title of their own, what
 * they say as text, and everything else by its name.
 */
import { badge, badgesBlock, factOf, factsBlock, jsonBlock, memberBlocks, textOf } from './blocks'
import { contentBlocks } from './contentBlocks'
import type { Fields } from './fields'
import type { FlatForm } from './form'
import { joined } from './messageForm'
import type { FlatBlock } from './readable'

/** Titles by the type, of events, of completed items, and of parts of voice sessions: no type is of two of these. */
const titles: ReadonlyMap<string, string> = new Map([
  ['error', 'Error'],
  ['undo_completed', 'Turn undone'],
  ['sub_agent_activity', 'Activity of a sub-agent'],
  ['guardian_assessment', 'Assessment by the automatic reviewer'],
  ['dynamic_tool_call_request', 'Request to a tool of the client'],
  ['dynamic_tool_call_response', 'Answer of a tool of the client'],
  ['collab_agent_spawn_end', 'Agent started'],
  ['collab_agent_interaction_end', 'Agent addressed'],
  ['collab_waiting_end', 'Agents awaited'],
  ['collab_close_end', 'Agent ended'],
  ['collab_resume_end', 'Agent resumed'],
  ['account/rateLimits/updated', 'Rate limits updated'],
  ['codex/event/raw_item', 'Raw item'],
  ['turn.completed', 'Turn completed'],
  ['HookPrompt', 'Text from a hook'],
  ['DynamicToolCall', 'Call of a tool of the client'],
  ['CollabAgentToolCall', 'Call of another agent'],
  ['SubAgentActivity', 'Activity of a sub-agent'],
  ['Sleep', 'Wait'],
  ['Extension', 'Item of an extension'],
  ['realtime_session_started', 'Voice session started'],
  ['transcript_segment', 'Spoken words'],
  ['bem_item_promoted', 'Item of a voice session'],
  ['realtime_session_closed', 'Voice session closed'],
])

/** What is said in words, by the names that it has in these types. */
const words = [
  ['message', null],
  ['text', null],
  ['prompt', 'Prompt'],
  ['rationale', 'Rationale'],
] as const

/** The form of a record, event or item of one of these types; null for any other type. */
export function rareForm(type: string | null, fields: Fields): FlatForm | null {
  const title = titles.get(type ?? '')
  if (title === undefined) return null
  const error = fields.text('error')
  return {
    title,
    note: joined([fields.text('namespace'), fields.text('tool'), fields.text('role'), fields.text('kind')]),
    blocks: [
      ...outcomeBadges(fields),
      ...badgesBlock(badge('Error', error, fields.at('error'), { tone: 'caution' })),
      ...words.flatMap(([key, label]) => textOf(fields, key, 'prose', { label })),
      ...(fields.has('arguments')
        ? jsonBlock(fields.value('arguments'), fields.at('arguments'), { label: 'Arguments' })
        : []),
      ...contentBlocks(fields, 'content_items'),
      ...fragmentBlocks(fields),
      ...factsBlock([...factOf(fields, 'call_id', 'Call'), ...factOf(fields, 'turn_id', 'Turn')]),
      ...memberBlocks(fields),
    ],
  }
}

/** How it ended, where that is recorded as a word or as a flag. */
function outcomeBadges(fields: Fields): readonly FlatBlock[] {
  const isDone = fields.flag('success')
  return badgesBlock([
    ...badge('Status', fields.text('status'), fields.at('status')),
    ...badge('Outcome', isDone === null ? null : isDone ? 'completed' : 'failed', fields.at('success'), {
      tone: isDone === false ? 'caution' : 'plain',
    }),
  ])
}

function fragmentBlocks(fields: Fields): readonly FlatBlock[] {
  const fragments = fields.objects('fragments') ?? []
  return fragments.flatMap((fragment) => [...textOf(fragment, 'text', 'prose'), ...memberBlocks(fragment)])
}
