/** Rollouts of the first generations: lines without an envelope, then envelopes without turns, then turns without ends. */
import { toBase, type Base } from './base'
import { Scribe, type Members } from './scribe'

const git: Members = {
  commit_hash: 'fb432d11461d12be0a13a7f685ecbebb17e770eb',
  branch: 'main',
  repository_url: 'https://github.com/acme/repo.git',
}

const listing = JSON.stringify({ command: ['bash', '-lc', 'ls -la'] })
const patch = '*** Begin Patch\n*** Add File: grüße.txt\n+Grüße, 世界 🌍\n*** End Patch'

function says(role: 'user' | 'assistant' | 'developer', text: string): Members {
  return { role, content: [{ type: role === 'assistant' ? 'output_text' : 'input_text', text }] }
}

/** As Codex 0.20 writes: a header, then bare items with states between them. */
export function bareBase(): Base {
  const scribe = new Scribe({ startMs: Date.UTC(2025, 7, 8, 9, 10, 11, 120), firstOrdinal: null, series: 1 })
  scribe
    .bare({ id: scribe.sessionId, timestamp: scribe.time, instructions: 'Be brief.', git })
    .bare({ record_type: 'state' })
    .bare({ type: 'message', id: null, ...says('user', 'List the files and add grüße.txt') })
    .bare({ record_type: 'state' })
    .bare({
      type: 'reasoning',
      id: 'it_5_0',
      summary: [{ type: 'summary_text', text: '**Thinking about listing**\n\nI will list "files".' }],
      encrypted_content: 'gAAAAenc',
    })
    .bare({ type: 'message', id: 'it_5_1', ...says('assistant', 'Let me look at the files.') })
    .bare({ type: 'function_call', id: 'it_5_2', name: 'shell', arguments: listing, call_id: 'call_1' })
    .bare({
      type: 'function_call_output',
      call_id: 'call_1',
      output: '{"output":"total 16\\n","metadata":{"exit_code":0}}',
    })
    .bare({ record_type: 'state' })
    .bare({
      type: 'function_call',
      id: 'it_6_0',
      name: 'shell',
      arguments: JSON.stringify({ command: ['apply_patch', patch] }),
      call_id: 'call_2',
    })
    .bare({
      type: 'function_call_output',
      call_id: 'call_2',
      output: '{"output":"Success.","metadata":{"exit_code":0}}',
    })
    .bare({ record_type: 'state' })
    .bare({ type: 'message', id: 'msg_8', ...says('assistant', 'Done: grüße.txt is there. 🌍') })
  return toBase('bare', scribe)
}

/** As Codex 0.36 writes: envelopes, one policy for each request to the model, no turns. */
export function singlePolicyBase(): Base {
  const scribe = new Scribe({ startMs: Date.UTC(2025, 8, 18, 7, 42, 1, 100), firstOrdinal: null, series: 2 })
  const context: Members = {
    cwd: '/home/ana/app',
    approval_policy: 'never',
    sandbox_policy: { mode: 'danger-full-access' },
    model: 'gpt-5-codex',
    summary: 'auto',
  }
  const counts = (): Scribe => {
    const { total, last } = scribe.usage()
    const info = { total_token_usage: total, last_token_usage: last, model_context_window: 272000 }
    return scribe.event('token_count', { info })
  }
  scribe.write('session_meta', {
    id: scribe.sessionId,
    timestamp: scribe.time,
    cwd: '/home/ana/app',
    originator: 'codex_cli_rs',
    cli_version: '0.36.0',
    instructions: null,
    git,
  })
  scribe
    .item(
      'message',
      says('user', '<environment_context>\n  <cwd>/home/ana/app</cwd>\n</environment_context>'),
    )
    .item('message', says('user', 'hello git'))
    .event('user_message', { message: 'hello git', kind: 'plain' })
    .write('turn_context', context)
  counts()
    .item('function_call', { name: 'shell', arguments: listing, call_id: 'call_1' })
    .item('function_call_output', { call_id: 'call_1', output: 'Wall time: 0.112 seconds\nOutput:\nhi\n' })
    .write('turn_context', context)
  counts()
    .event('agent_reasoning', { text: '**Looking** at the “files”' })
    .item('reasoning', {
      summary: [{ type: 'summary_text', text: '**Looking** at the “files”' }],
      content: null,
      encrypted_content: 'gAAAAABo',
    })
    .event('agent_message', { message: 'Done: 2 files.' })
  counts().item('message', says('assistant', 'Done: 2 files.'))
  return toBase('single-policy', scribe)
}

/** As Codex 0.98 writes: a policy for each turn, two prompts, a tool that is not a function. */
export function turnsBase(): Base {
  const scribe = new Scribe({ startMs: Date.UTC(2026, 1, 5, 16, 20, 4, 650), firstOrdinal: null, series: 3 })
  scribe.write('session_meta', {
    id: scribe.sessionId,
    timestamp: scribe.time,
    cwd: '/home/ana/app',
    originator: 'codex_exec',
    cli_version: '0.98.0',
    source: 'exec',
    model_provider: 'openai',
    base_instructions: { text: 'You are Codex, based on GPT-5.\nBe brief.' },
    git,
  })
  scribe.item(
    'message',
    says('developer', '<permissions instructions>\nAll is allowed.\n</permissions instructions>'),
  )
  for (const [index, prompt] of ['hello git', 'and again, please'].entries()) turnOf098(scribe, index, prompt)
  return toBase('turns', scribe)
}

function turnOf098(scribe: Scribe, index: number, prompt: string): void {
  const callId = `call_${String(index)}`
  const answer = `Answer ${String(index)}: done.`
  scribe
    .item('message', says('user', prompt))
    .event('user_message', { message: prompt, images: [], local_images: [], text_elements: [] })
    .write('turn_context', {
      cwd: '/home/ana/app',
      approval_policy: 'on-request',
      sandbox_policy: { type: 'workspace-write', network_access: false },
      model: 'gpt-5-codex',
      personality: 'pragmatic',
      collaboration_mode: {
        mode: 'default',
        settings: { model: 'gpt-5-codex', reasoning_effort: null, developer_instructions: null },
      },
      summary: 'auto',
      truncation_policy: { mode: 'tokens', limit: 10000 },
    })
    .item('custom_tool_call', { status: 'completed', call_id: callId, name: 'apply_patch', input: patch })
    .item('custom_tool_call_output', { call_id: callId, output: '{"output":"Success."}' })
  const { total, last } = scribe.usage()
  scribe
    .event('token_count', {
      info: { total_token_usage: total, last_token_usage: last, model_context_window: 258400 },
      rate_limits: { primary: null, secondary: null, credits: null, plan_type: null },
    })
    .event('agent_message', { message: answer })
    .item('message', says('assistant', answer))
    .wait(60_000)
}
