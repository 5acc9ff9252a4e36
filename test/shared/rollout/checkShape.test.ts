import { describe, expect, it } from 'vitest'
import { checkShape } from '../../../src/shared/rollout/checkShape'

/** Checks a line and compares what the report says, as `label`, then `pointer message`, `?type` and `+key` entries. */
function check(value: unknown, ...expected: readonly string[]): void {
  const report = checkShape(value)
  expect([
    `${report.label ?? '-'}${report.isKnown ? '' : ' ?'}`,
    ...report.rejections.map(({ pointer, message }) => `${pointer} ${message}`),
    ...report.unknownTypes.map(({ pointer, type }) => `?${type} ${pointer}`),
    ...report.unknownKeys.map((pointer) => `+${pointer}`),
  ]).toEqual(expected)
}

function line(type: string, payload: unknown, more: Readonly<Record<string, unknown>> = {}): unknown {
  return { timestamp: '2026-11-20T07:00:00.000Z', type, payload, ...more }
}
const event = (payload: unknown): unknown => line('event_msg', payload)
const item = (payload: unknown): unknown => line('response_item', payload)
const completed = (turnItem: unknown): unknown =>
  event({ type: 'item_completed', thread_id: 't', turn_id: 'u', item: turnItem, completed_at_ms: 1 })
const meta = { id: 'i', timestamp: 't', cwd: '/w', originator: 'o', cli_version: '1' }

describe('checkShape', () => {
  // SPEC record/schemas
  it('asks of a session meta what Codex asks of it', () => {
    check(line('session_meta', meta, { ordinal: 0 }), 'session_meta')
    check(
      line('session_meta', { id: 'i', cwd: 5 }),
      'session_meta',
      '/payload/cwd should be a text, is a number',
      '/payload/timestamp is missing',
      '/payload/originator is missing',
      '/payload/cli_version is missing',
    )
  })

  it('knows every form of a session source', () => {
    const spawn = { parent_thread_id: 'p', depth: 1, agent_path: null, agent_nickname: 'n', agent_role: 'r' }
    for (const source of [
      'cli',
      'from-tomorrow',
      { custom: 'atlas' },
      { internal: 'guardian' },
      { subagent: 'review' },
      { subagent: { thread_spawn: spawn } },
      { subagent: { other: 'x' } },
      null,
    ]) {
      check(line('session_meta', { ...meta, source }), 'session_meta')
    }
    check(
      line('session_meta', { ...meta, source: { martian: 1 } }),
      'session_meta',
      '/payload/source should be a text or an object with custom or internal or subagent, is an object',
    )
    check(
      line('session_meta', { ...meta, source: { subagent: { thread_spawn: { depth: '1' } } } }),
      'session_meta',
      '/payload/source/subagent/thread_spawn/depth should be a number, is a text',
    )
  })

  it('knows turn contexts in the spellings of all eras', () => {
    const context = { cwd: '/w', model: 'm', summary: 'auto' }
    for (const policy of ['never', { granular: { rules: true } }, { reject: { rules: true } }]) {
      check(line('turn_context', { ...context, approval_policy: policy }), 'turn_context')
    }
    for (const tag of ['mode', 'type']) {
      for (const sandbox of [
        { [tag]: 'danger-full-access' },
        { [tag]: 'read-only', network_access: false },
        { [tag]: 'external-sandbox', network_access: 'restricted' },
        { [tag]: 'workspace-write', writable_roots: [], network_access: true, exclude_slash_tmp: false },
      ]) {
        check(line('turn_context', { ...context, sandbox_policy: sandbox }), 'turn_context')
      }
    }
    const root = { path: { type: 'special', value: { kind: 'root' } }, access: 'read' }
    const managed = { type: 'managed', file_system: { type: 'restricted', entries: [root] }, network: 'x' }
    check(line('turn_context', { ...context, permission_profile: managed }), 'turn_context')
    check(
      line('turn_context', { ...context, permission_profile: { type: 'lunar' }, sandbox_policy: 'none' }),
      'turn_context',
      '/payload/sandbox_policy should be an object, is a text',
      '?lunar /payload/permission_profile',
    )
  })

  it('compares response items, whole and bare, with their content', () => {
    const message = { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'hi' }] }
    check(item(message), 'response_item/message')
    check(message, 'bare/message')
    check(
      { ...(line('response_item', message) as object), metadata: { history_sequence: 1 } },
      'response_item/message',
    )
    check(
      item({ type: 'function_call_output', call_id: 'c', output: 'text' }),
      'response_item/function_call_output',
    )
    check(
      item({
        type: 'custom_tool_call_output',
        call_id: 'c',
        output: [{ type: 'input_text', text: 5 }, { type: 'scent' }],
      }),
      'response_item/custom_tool_call_output',
      '/payload/output/0/text should be a text, is a number',
      '?scent /payload/output/1',
    )
    check(
      item({ type: 'function_call_output', output: 5 }),
      'response_item/function_call_output',
      '/payload/output should be a text or a list, is a number',
    )
    check(item({ type: 'hologram', x: 1 }), 'response_item/hologram ?', '?hologram /payload')
  })

  it('compares events and the items that they complete', () => {
    check(event({ type: 'user_message', message: 'hi', kind: 'plain' }), 'event_msg/user_message')
    check(event({ type: 'turn_started', turn_id: 't' }), 'event_msg/turn_started')
    check(event({ type: 'account/rateLimits/updated' }), 'event_msg/account/rateLimits/updated')
    check(
      event({ type: 'agent_message', message: 5, mood: 'good' }),
      'event_msg/agent_message',
      '/payload/message should be a text, is a number',
      '+/payload/mood',
    )
    check(
      completed({ type: 'FileChange', id: 'c', changes: { '/a/~b': { type: 'add', content: 5 } } }),
      'event_msg/item_completed/FileChange',
      '/payload/item/changes/~1a~1~0b/content should be a text, is a number',
    )
    check(completed({ type: 'Dream', id: 'd' }), 'event_msg/item_completed/Dream ?', '?Dream /payload/item')
    check(event({ type: 'moon_landed' }), 'event_msg/moon_landed ?', '?moon_landed /payload')
    check(event({}), 'event_msg', '/payload/type is missing')
  })

  it('knows rate limits in their three shapes', () => {
    const flat = {
      primary_used_percent: 1,
      primary_window_minutes: 300,
      primary_to_secondary_ratio_percent: 5,
    }
    const seconds = { primary: { used_percent: 1, window_minutes: 300, resets_in_seconds: 9 } }
    const at = {
      limit_id: 'codex',
      primary: { used_percent: 1, window_minutes: 300, resets_at: 9 },
      secondary: null,
    }
    for (const rate_limits of [flat, seconds, at, null]) {
      check(event({ type: 'token_count', info: null, rate_limits }), 'event_msg/token_count')
    }
  })

  it('compares the other records', () => {
    const usage = {
      input_tokens: 3,
      cached_input_tokens: 1,
      output_tokens: 2,
      reasoning_output_tokens: 1,
      total_tokens: 5,
    }
    check(line('compacted', { message: 'm', replacement_history: [], window_id: 3 }), 'compacted')
    check(line('world_state', { full: true, state: { model: 'm' } }), 'world_state')
    check(line('world_state', { full: false, state: { tides: 1 } }), 'world_state', '+/payload/state/tides')
    check(line('token_usage_record', { usage }), 'token_usage_record')
    check(
      line('token_usage_record', { usage: { ...usage, output_tokens: undefined } }),
      'token_usage_record',
      '/payload/usage/output_tokens should be a number, is missing',
    )
    check(
      line('inter_agent_communication', { author: '/lead', recipient: '/a', content: 'x' }),
      'inter_agent_communication',
    )
    check(
      line('inter_agent_communication_metadata', { trigger_turn: true }),
      'inter_agent_communication_metadata',
    )
    check(
      line('security_risk_score', { scores: { x: 0.1 }, call_id: 'c', sampled_at: 1 }),
      'security_risk_score',
    )
    check(
      line('realtime_item', { type: 'transcript_segment', id: 'i', role: 'user', text: 'x' }),
      'realtime_item/transcript_segment',
    )
    check(line('dynamic_tools_updated', { thread_id: 't', tools: [] }), 'dynamic_tools_updated')
    check(
      line('retained_context', { type: 'verified_answer', turn_id: 't', questions: [] }),
      'retained_context/verified_answer',
    )
    check(item({ type: 'ghost_snapshot', ghost_commit: { id: 'a' } }), 'response_item/ghost_snapshot')
    check(line('quantum_state', {}), 'quantum_state ?', '?quantum_state ')
  })

  it('knows the bare form and the foreign grammars', () => {
    check({ id: 'i', timestamp: 't', instructions: null }, 'bare/meta')
    check({ record_type: 'state' }, 'bare/state')
    check({ type: 'user_message', item: { content: 'hello' }, seq: 2 }, 'tutorial/user_message')
    check({ type: 'thread.started', thread_id: 't' }, 'exec-stream/thread.started')
    check(
      {
        type: 'item.completed',
        item: { id: 'item_1', type: 'command_execution', command: 'ls', exit_code: '0' },
      },
      'exec-stream/item.completed/command_execution',
      '/item/exit_code should be a number, is a text',
    )
    check({ session: { id: 's' }, items: [] }, 'session-json')
  })

  it('says what a line lacks that is almost a record, and what is none at all', () => {
    check(
      { type: 'event_msg', payload: null },
      'event_msg',
      '/payload should be an object, is null',
      '/timestamp is missing',
    )
    check({ timestamp: 't', payload: {} }, '- ?', '/type is missing')
    check(5, '- ?', ' should be a record, is a number')
    check([], '- ?', ' should be a record, is a list')
    check({ a: 1 }, '- ?', ' should be a record, is an object')
  })

  it('takes what no honest writer writes, and bounds what it says of it', () => {
    const nested = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`) as unknown
    check(
      event({ type: 'agent_message', message: 'x', deep: nested }),
      'event_msg/agent_message',
      '+/payload/deep',
    )
    const proto = JSON.parse(
      '{"timestamp":"t","type":"event_msg","payload":{"type":"constructor"},"__proto__":1}',
    ) as unknown
    check(proto, 'event_msg/constructor ?', '?constructor /payload', '+/__proto__')
    const many = checkShape(
      item({ type: 'message', role: 'user', content: Array.from({ length: 10_000 }, () => 5) }),
    )
    expect([many.rejections.length, many.omitted]).toEqual([50, 9950])
    const long = checkShape(line('x'.repeat(1000), { ['k'.repeat(1000)]: 1 }))
    expect([long.label?.length, long.unknownTypes[0]?.type.length]).toEqual([200, 200])
    expect(checkShape(event({ type: 'error', ['k'.repeat(1000)]: 1 })).unknownKeys[0]?.length).toBe(200)
  })
})
