/** Turn steps: a message, reasoning, a command, a change of files, a count of tokens, each with all of its records. */
import type { Members } from './scribe'
import { completed, item, newer, type Turn } from './turnRecords'

/** A message, as the model sees it and as a reader does. */
interface Message {
  readonly role: 'user' | 'assistant'
  readonly text: string
  readonly id: string
}

/** Writes a message, and how a reader sees it. */
export function says(turn: Turn, message: Message): void {
  if (message.role === 'assistant') shown(turn, message)
  const content = [{ type: message.role === 'user' ? 'input_text' : 'output_text', text: message.text }]
  item(turn, 'message', { id: message.id, role: message.role, content })
  if (message.role === 'user') shown(turn, message)
}

function shown(turn: Turn, { role, text, id }: Message): void {
  const { scribe, style } = turn
  if (!style.hasItems) {
    if (role === 'user') {
      scribe.event('user_message', { message: text, images: [], local_images: [], text_elements: [] })
    } else scribe.event('agent_message', { message: text, phase: null, memory_citation: null })
  } else if (role === 'user') {
    completed(turn, {
      type: 'UserMessage',
      id: scribe.id(),
      content: [{ type: 'text', text, text_elements: [] }],
    })
  } else completed(turn, { type: 'AgentMessage', id, content: [{ type: 'Text', text }] })
}

/** Writes what the model thought, in summary. */
export function think(turn: Turn): void {
  const { scribe, style } = turn
  const text = '**Looking** at “files”\n\nFirst the folder, then größe.txt.'
  const id = `rs_${scribe.id()}`
  if (style.hasItems) completed(turn, { type: 'Reasoning', id, summary_text: [text], raw_content: [] })
  else scribe.event('agent_reasoning', { text })
  item(turn, 'reasoning', {
    id,
    summary: [{ type: 'summary_text', text }],
    content: null,
    encrypted_content: 'gAAAAABpZW5j',
  })
}

/** Writes a command that was run, with its output. */
export function command(turn: Turn): void {
  const { scribe, style } = turn
  const call_id = `call_${scribe.id()}`
  const text = 'ls -la && cat "größe.txt"'
  item(turn, 'function_call', {
    id: `fc_${scribe.id()}`,
    name: 'exec_command',
    arguments: JSON.stringify({ cmd: text }),
    call_id,
  })
  if (style.hasItems) {
    completed(turn, {
      type: 'CommandExecution',
      id: call_id,
      process_id: '64085',
      command: ['/bin/bash', '-lc', text],
      cwd: 'file:///home/ana/app',
      parsed_cmd: [{ type: 'unknown', cmd: text }],
      source: 'unified_exec_startup',
      status: 'completed',
      aggregated_output: 'total 8\n世界 🌍\n',
      exit_code: 0,
      duration: { secs: 0, nanos: 39547455 },
    })
  }
  const output =
    'Chunk ID: 7e3147\nWall time: 0.0398 seconds\nProcess exited with code 0\nOutput:\ntotal 8\n世界 🌍\n'
  item(turn, 'function_call_output', { call_id, output })
}

/** Writes a patch that was applied. */
export function change(turn: Turn): void {
  const { scribe, style, turnId } = turn
  const call_id = `call_${scribe.id()}`
  const input = '*** Begin Patch\n*** Add File: hello.txt\n+hello\n*** End Patch'
  const changes = { '/home/ana/app/hello.txt': { type: 'add', content: 'hello\n' } }
  const outcome = { stdout: 'Success.\n', stderr: '' }
  item(turn, 'custom_tool_call', {
    id: `ctc_${scribe.id()}`,
    status: 'completed',
    call_id,
    name: 'apply_patch',
    input,
  })
  if (style.hasItems)
    completed(turn, { type: 'FileChange', id: call_id, changes, status: 'completed', ...outcome })
  else {
    const members = { ...outcome, success: true, changes, status: 'completed' }
    scribe.event('patch_apply_end', { call_id, turn_id: turnId, ...members })
  }
  item(turn, 'custom_tool_call_output', {
    call_id,
    output: 'Exit code: 0\nWall time: 0 seconds\nOutput:\nSuccess.\n',
  })
}

const limits: Members = {
  limit_id: 'codex',
  limit_name: null,
  primary: null,
  secondary: null,
  plan_type: null,
}

/** Writes what the model used so far. */
export function count(turn: Turn): void {
  const { total, last } = turn.scribe.usage()
  turn.scribe.event('token_count', {
    info: {
      total_token_usage: total,
      last_token_usage: last,
      ...newer(turn, { last_usage_includes_reasoning: false }),
      model_context_window: 258400,
    },
    rate_limits: limits,
  })
}
