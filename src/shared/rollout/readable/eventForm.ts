/** Event form: `event_msg` payloads, by their type. */
import { badge, badgesBlock, fact, factOf, factsBlock, memberBlocks, notice, textOf } from './blocks'
import { imageGenerationForm, webSearchForm } from './callForm'
import type { Fields } from './fields'
import type { Form, FlatForm } from './form'
import { itemForm } from './itemForm'
import { agentMessageForm, agentReasoningForm, userMessageForm } from './messageForm'
import { commandEndForm, mcpCallForm, patchEndForm } from './outputForm'
import { threadSettingsForm } from './policyForm'
import type { Fact, FlatBlock } from './readable'
import { rareForm } from './rareForm'
import { reviewResultForm, reviewStartForm } from './reviewForm'
import { unknownForm } from './unknownForm'
import { tokenCountForm } from './usageForm'
import { epochText, numberText } from './values'

/** The form of an event. A type that is not known is shown by its members, and said to be unknown. */
export function eventForm(fields: Fields): Form {
  const type = fields.text('type')
  switch (type) {
    case 'user_message':
      return userMessageForm(fields)
    case 'agent_message':
      return agentMessageForm(fields)
    case 'agent_reasoning':
      return agentReasoningForm(fields, 'Reasoning')
    case 'agent_reasoning_raw_content':
      return agentReasoningForm(fields, 'Reasoning, raw')
    case 'token_count':
      return tokenCountForm(fields)
    case 'task_started':
    case 'turn_started':
      return turnStartForm(fields)
    case 'task_complete':
    case 'turn_complete':
      return turnEndForm(fields)
    case 'turn_aborted':
      return turnAbortedForm(fields)
    case 'thread_settings_applied':
      return threadSettingsForm(fields)
    case 'exec_command_end':
      return commandEndForm(fields)
    case 'patch_apply_end':
      return patchEndForm(fields)
    case 'mcp_tool_call_end':
      return mcpCallForm(fields)
    case 'web_search_end':
      return webSearchForm(fields)
    case 'image_generation_end':
      return imageGenerationForm(fields)
    case 'entered_review_mode':
      return reviewStartForm(fields)
    case 'exited_review_mode':
      return reviewResultForm(fields)
    case 'item_completed':
      return itemForm(fields)
    case 'context_compacted':
      return sentence('Context compacted', 'The history before this line was replaced by a summary.', fields)
    case 'thread_rolled_back':
      return rolledBackForm(fields)
    case 'thread_name_updated':
      return { title: 'Thread name updated', note: null, blocks: textOf(fields, 'thread_name', 'prose') }
    case 'thread_goal_updated':
      return goalForm(fields)
    case 'view_image_tool_call':
      return sentence(
        'Image viewed',
        `Image file, named and not opened: ${fields.text('path') ?? 'not recorded'}`,
        fields,
      )
    default:
      return rareForm(type, fields) ?? unknownForm(`Event of unknown type: ${type ?? 'none'}`, fields)
  }
}

function sentence(title: string, text: string, fields: Fields): FlatForm {
  return { title, note: null, blocks: [notice(text, fields.pointer)] }
}

function turnStartForm(fields: Fields): FlatForm {
  const cause = fields.object('turn_attribution')
  return {
    title: 'Turn started',
    note: fields.text('collaboration_mode_kind'),
    blocks: factsBlock([
      ...factOf(fields, 'turn_id', 'Turn'),
      ...factOf(fields, 'root_turn_id', 'Root turn'),
      ...timeFacts(fields),
      ...factOf(fields, 'model_context_window', 'Context window'),
      ...(cause === null ? [] : factOf(cause, 'turn_trigger', 'Started by')),
      ...(cause === null ? [] : factOf(cause, 'initiating_agent_path', 'Agent')),
    ]),
  }
}

function turnEndForm(fields: Fields): FlatForm {
  const error = errorBlocks(fields)
  return {
    title: error.length > 0 ? 'Turn failed' : 'Turn completed',
    note: null,
    blocks: [
      ...error,
      ...textOf(fields, 'last_agent_message', 'prose', { label: 'Last message of the assistant' }),
      ...factsBlock([
        ...timeFacts(fields),
        ...factOf(fields, 'turn_id', 'Turn'),
        ...factOf(fields, 'root_turn_id', 'Root turn'),
      ]),
    ],
  }
}

function turnAbortedForm(fields: Fields): FlatForm {
  return {
    title: 'Turn aborted',
    note: null,
    blocks: [
      ...badgesBlock(
        badge('Reason', fields.text('reason')?.replaceAll('_', ' ') ?? null, fields.at('reason'), {
          tone: 'caution',
        }),
      ),
      ...errorBlocks(fields),
      ...factsBlock([
        ...timeFacts(fields),
        ...factOf(fields, 'turn_id', 'Turn'),
        ...factOf(fields, 'root_turn_id', 'Root turn'),
      ]),
    ],
  }
}

function errorBlocks(fields: Fields): readonly FlatBlock[] {
  const error = fields.object('error')
  if (error === null) return []
  const kind = error.scalar('codex_error_info')
  return [
    ...badgesBlock(badge('Error', kind ?? 'not classified', error.pointer, { tone: 'caution' })),
    ...textOf(error, 'message', 'prose'),
  ]
}

function timeFacts(fields: Fields): readonly Fact[] {
  const [started, completed] = [fields.number('started_at'), fields.number('completed_at')]
  return [
    ...fact('Started', started === null ? null : epochText(started), fields.at('started_at')),
    ...fact('Completed', completed === null ? null : epochText(completed), fields.at('completed_at')),
    ...factOf(fields, 'duration_ms', 'Duration, ms'),
    ...factOf(fields, 'time_to_first_token_ms', 'First token after, ms'),
  ]
}

function rolledBackForm(fields: Fields): FlatForm {
  const turns = fields.number('num_turns')
  const count =
    turns === null
      ? 'Turns were'
      : turns === 1
        ? 'The last turn was'
        : `The last ${numberText(turns)} turns were`
  return sentence(
    'Thread rolled back',
    `${count} taken out of the history. The lines are still in the file.`,
    fields,
  )
}

function goalForm(fields: Fields): FlatForm {
  const goal = fields.object('goal')
  return {
    title: 'Thread goal updated',
    note: goal?.text('status') ?? null,
    blocks:
      goal === null
        ? []
        : [...textOf(goal, 'objective', 'prose', { label: 'Objective' }), ...memberBlocks(goal)],
  }
}
