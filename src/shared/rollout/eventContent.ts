/** Event content: the kind of an event message, or of the item that it completes, and what it says. */
import type { Content } from './content'
import type { RecordKind } from './recordKind'
import { isJsonObject, type JsonObject } from './rolloutLine'
import {
  commandResult,
  contentText,
  dynamicToolText,
  fold,
  imageText,
  keysText,
  patchText,
  reviewText,
  str,
  string,
  usageText,
} from './summaryText'

/** The kind of all payloads of a type, and how to say one in a line. */
type Row = readonly [kind: RecordKind, text: (payload: JsonObject) => string]

/** Says what an event message is about, by its type; unknown ones are shown by their keys. */
export function eventContent(payload: JsonObject): Content {
  if (payload['type'] !== 'item_completed') return contentOf(events, payload)
  return contentOf(items, isJsonObject(payload['item']) ? payload['item'] : {})
}

function contentOf(rows: ReadonlyMap<string, Row>, payload: JsonObject): Content {
  const [kind, text] = rows.get(string(payload['type']) ?? '') ?? unknown
  return { kind, text: () => text(payload) }
}

const unknown: Row = ['unknown', keysText]
const setting: Row = ['context', keysText]
const reviewBegan: Row = ['context', (payload) => fold(`review: ${str(payload['user_facing_hint'])}`)]
const reviewEnded: Row = ['context', reviewText]
const compacted: Row = ['compaction', () => 'context compacted']
const searched: Row = ['tool-output', ({ query }) => fold(str(query))]
const picture: Row = ['tool-output', imageText]
const looked: Row = ['tool-output', ({ path }) => fold(str(path))]
const agentAnswered: Row = ['tool-output', keysText]
const reasoned: Row = ['reasoning', ({ text }) => fold(str(text))]
const ended: Row = [
  'context',
  ({ error, last_agent_message: last }) =>
    fold(isJsonObject(error) ? `failed: ${str(error['message'])}` : str(last)),
]

const events: ReadonlyMap<string, Row> = new Map<string, Row>([
  ['user_message', ['user', ({ message }) => fold(str(message))]],
  ['agent_message', ['assistant', ({ message }) => fold(str(message))]],
  ['agent_reasoning', reasoned],
  ['agent_reasoning_raw_content', reasoned],
  ['exec_command_end', ['tool-output', commandResult]],
  ['mcp_tool_call_end', ['tool-output', ({ invocation }) => mcpText(invocation)]],
  ['web_search_end', searched],
  ['view_image_tool_call', looked],
  ['image_generation_end', picture],
  ['dynamic_tool_call_request', ['tool-call', dynamicToolText]],
  ['dynamic_tool_call_response', ['tool-output', dynamicToolText]],
  ['collab_agent_spawn_end', agentAnswered],
  ['collab_agent_interaction_end', agentAnswered],
  ['collab_waiting_end', agentAnswered],
  ['collab_close_end', agentAnswered],
  ['collab_resume_end', agentAnswered],
  ['patch_apply_end', ['patch', patchText]],
  [
    'token_count',
    ['context', ({ info }) => usageText(isJsonObject(info) ? info['total_token_usage'] : null)],
  ],
  ['task_started', setting],
  ['turn_started', setting],
  ['task_complete', ended],
  ['turn_complete', ended],
  ['turn_aborted', ['context', ({ reason }) => fold(str(reason))]],
  ['error', ['context', ({ message }) => fold(`error: ${str(message)}`)]],
  ['context_compacted', compacted],
  ['entered_review_mode', reviewBegan],
  ['exited_review_mode', reviewEnded],
  ['thread_settings_applied', setting],
  ['thread_rolled_back', setting],
  ['thread_goal_updated', setting],
  ['thread_name_updated', setting],
  ['undo_completed', setting],
  ['sub_agent_activity', setting],
  ['guardian_assessment', setting],
  ['account/rateLimits/updated', setting],
  ['codex/event/raw_item', setting],
  ['turn.completed', setting],
])

const items: ReadonlyMap<string, Row> = new Map<string, Row>([
  ['UserMessage', ['user', ({ content }) => contentText(content)]],
  ['AgentMessage', ['assistant', ({ content }) => contentText(content)]],
  ['Plan', ['assistant', ({ text }) => fold(str(text))]],
  ['Reasoning', ['reasoning', (item) => contentText(item['summary_text'])]],
  ['CommandExecution', ['tool-output', commandResult]],
  ['FileChange', ['patch', patchText]],
  ['McpToolCall', ['tool-output', mcpText]],
  ['DynamicToolCall', ['tool-output', dynamicToolText]],
  ['CollabAgentToolCall', ['tool-output', ({ tool, prompt }) => fold(`${str(tool)} ${str(prompt)}`)]],
  ['FunctionCallOutput', ['tool-output', ({ output }) => contentText(output)]],
  ['WebSearch', searched],
  ['ImageView', looked],
  ['ImageGeneration', picture],
  ['ContextCompaction', compacted],
  ['EnteredReviewMode', reviewBegan],
  ['ExitedReviewMode', reviewEnded],
  ['HookPrompt', ['context', ({ fragments }) => contentText(fragments)]],
  ['Sleep', setting],
  ['SubAgentActivity', setting],
  ['Extension', setting],
])

function mcpText(call: unknown): string {
  return isJsonObject(call) ? fold(`${str(call['server'])}.${str(call['tool'])}`) : '.'
}
