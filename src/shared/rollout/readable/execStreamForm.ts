/** Exec stream form: a line of the output of `codex exec --json`, which tells of turns and of items within them. */
import { badge, badgesBlock, fact, factOf, factsBlock, memberBlocks, notice, textOf } from './blocks'
import { webSearchForm } from './callForm'
import { commandOf } from './commandForm'
import type { Fields } from './fields'
import type { FlatForm } from './form'
import { joined } from './messageForm'
import { commandEndForm, mcpCallForm } from './outputForm'
import type { FlatBlock } from './readable'
import { unknownForm } from './unknownForm'
import { turnUsageBlocks } from './usageForm'

/** The form of a line. A type that is not known is shown by its members, and said to be unknown. */
export function execStreamForm(fields: Fields): FlatForm {
  const type = fields.text('type')
  switch (type) {
    case 'thread.started':
      return plain('Thread started', factsBlock(factOf(fields, 'thread_id', 'Thread')))
    case 'turn.started':
      return plain('Turn started', [])
    case 'turn.completed':
      return plain('Turn completed', turnUsageBlocks(fields))
    case 'turn.failed':
      return plain('Turn failed', messageBlocks(fields.object('error')))
    case 'error':
      return plain('Error', messageBlocks(fields))
    case 'item.started':
    case 'item.updated':
    case 'item.completed':
      return itemLine(fields, type.slice('item.'.length))
    default:
      return unknownForm(`Line of unknown type: ${type ?? 'none'}`, fields)
  }
}

function plain(title: string, blocks: readonly FlatBlock[]): FlatForm {
  return { title, note: null, blocks }
}

function messageBlocks(fields: Fields | null): readonly FlatBlock[] {
  return fields === null ? [] : textOf(fields, 'message', 'prose')
}

/** An item, with what became of it on this line. */
function itemLine(fields: Fields, step: string): FlatForm {
  const item = fields.object('item')
  if (item === null) return { title: 'Item', note: step, blocks: memberBlocks(fields) }
  const id = factsBlock(factOf(item, 'id', 'Item'))
  const { title, note, blocks } = itemForm(item)
  return { title, note: joined([note, step]), blocks: [...blocks, ...id] }
}

function itemForm(item: Fields): FlatForm {
  const type = item.text('type')
  switch (type) {
    case 'agent_message':
    case 'assistant_message':
      return plain('Assistant message', textOf(item, 'text', 'prose'))
    case 'reasoning':
      return plain('Reasoning', textOf(item, 'text', 'prose'))
    case 'plan':
      return plain('Plan', textOf(item, 'text', 'prose'))
    case 'command_execution':
      return commandItem(item)
    case 'file_change':
      return fileChangeItem(item)
    case 'mcp_tool_call':
      return mcpCallForm(item)
    case 'collab_tool_call':
      return collabItem(item)
    case 'web_search':
      return webSearchForm(item)
    case 'todo_list':
      return plain('To-do list', todoBlocks(item))
    case 'error':
      return plain('Error', messageBlocks(item))
    default:
      return unknownForm(`Item of unknown type: ${type ?? 'none'}`, item)
  }
}

/** A command, or its result: one that still runs has no exit code yet, and what it wrote so far is no output of it. */
function commandItem(item: Fields): FlatForm {
  if (item.source['exit_code'] === null) item.value('exit_code')
  if (item.source['status'] !== 'in_progress') return commandEndForm(item)
  return plain('Command', [
    ...progressBadge(item),
    ...commandOf(item, 'command'),
    ...textOf(item, 'aggregated_output', 'terminal', { label: 'Output so far' }),
  ])
}

/** Files that were changed. The stream does not tell what changed in them. */
function fileChangeItem(item: Fields): FlatForm {
  const changes = item.objects('changes') ?? []
  const files = changes.flatMap((change) =>
    fact(change.text('kind') ?? 'change', change.text('path'), change.at('path')),
  )
  return plain('File changes', [
    ...progressBadge(item),
    ...factsBlock(files, 'Files'),
    notice('This output names the files. What changed in them is in the rollout.', item.at('changes')),
  ])
}

function collabItem(item: Fields): FlatForm {
  const tool = item.text('tool')
  return plain(`Call of ${tool ?? 'a tool without a name'}`, [
    ...progressBadge(item),
    ...textOf(item, 'prompt', 'prose', { label: 'Prompt' }),
    ...factsBlock([
      ...factOf(item, 'sender_thread_id', 'From thread'),
      ...(item.texts('receiver_thread_ids') ?? []).flatMap((id, index) =>
        fact('To thread', id, item.at('receiver_thread_ids', index)),
      ),
    ]),
    ...memberBlocks(item),
  ])
}

function progressBadge(item: Fields): readonly FlatBlock[] {
  const status = item.text('status')
  const tone = status === 'failed' || status === 'declined' ? 'caution' : 'plain'
  return badgesBlock(badge('Status', status?.replaceAll('_', ' ') ?? null, item.at('status'), { tone }))
}

/** Tasks as a plan. A task is done or it is not. */
function todoBlocks(item: Fields): readonly FlatBlock[] {
  const tasks = item.objects('items') ?? []
  const steps = tasks.map((task) => {
    const isDone = task.flag('completed')
    const status = isDone === null ? 'not recorded' : isDone ? 'completed' : 'pending'
    return { text: task.text('text') ?? '', status, pointer: task.pointer }
  })
  return steps.length === 0 ? [] : [{ kind: 'plan', steps, pointer: item.at('items') }]
}
