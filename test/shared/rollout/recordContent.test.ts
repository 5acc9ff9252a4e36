import { describe, expect, it } from 'vitest'
import { isHumanMessage } from '../../../src/shared/rollout/humanText'
import { summariseLine } from '../../../src/shared/rollout/lineSummary'
import { linesOfEveryType } from '../../support/linesOfEveryType'

function line(type: string, payload: unknown): unknown {
  return { timestamp: 't', type, payload }
}

/** Summarises a line and compares `kind time: text`. */
function check(value: unknown, expected: string): void {
  const { kind, timestamp, text } = summariseLine(value)
  expect(`${kind} ${timestamp ?? '-'}: ${text}`).toBe(expected)
}

describe('every type of the schemas', () => {
  // SPEC record/kinds
  it('has a kind', () => {
    const unknown = linesOfEveryType().filter((value) => {
      const isEvent = (value as { readonly type: string }).type === 'event_msg'
      const { kind, subtype } = summariseLine(value)
      return kind === 'unknown' && !(isEvent && subtype === 'message')
    })
    expect(unknown).toEqual([])
  })

  it('says what matters of the rarer ones', () => {
    const event = (payload: unknown): unknown => line('event_msg', payload)
    check(event({ type: 'error', message: 'disk\nfull' }), 'context t: error: disk full')
    check(
      event({ type: 'image_generation_end', status: 'completed', result: 'iVBO' }),
      'tool-output t: completed',
    )
    check(
      event({ type: 'dynamic_tool_call_response', tool: 'ask', success: false, arguments: { q: 1 } }),
      'tool-output t: failed · ask · q=1',
    )
    check(
      event({ type: 'exited_review_mode', review_output: { findings: [{}], overall_correctness: 'fine' } }),
      'context t: 1 finding · fine',
    )
    check(
      event({ type: 'item_completed', item: { type: 'Plan', text: 'first this' } }),
      'assistant t: first this',
    )
    check(line('realtime_item', { type: 'transcript_segment', role: 'user', text: 'hello' }), 'user t: hello')
    check(event({ type: 'constructor' }), 'unknown t: ')
  })

  it('makes rows of foreign lines', () => {
    check({ type: 'user_message', item: { content: 'hello', timestamp: 'now' }, seq: 2 }, 'user now: hello')
    check({ type: 'assistant_message', item: { content: [{ text: 'hi' }] }, seq: 3 }, 'assistant -: hi')
    check({ type: 'tool_call', item: { name: 'ls' }, seq: 4 }, 'tool-call -: name=ls')
    check({ type: 'tool_result', item: { output: 'a b' }, seq: 5 }, 'tool-output -: a b')
    check({ type: 'message', item: { role: 'user', content: 'x' }, seq: 6 }, 'user -: x')
    check({ type: 'event_msg', item: { type: 'user_message', message: 'x' }, seq: 6 }, 'user -: x')
    check({ type: 'error', item: { message: 'no' }, seq: 7 }, 'context -: error: no')
    check({ type: 'system', item: 'start', seq: 8 }, 'context -: start')
    const item = (more: object): unknown => ({ type: 'item.completed', item: { id: 'i', ...more } })
    check(item({ type: 'agent_message', text: 'done' }), 'assistant -: done')
    check(
      item({ type: 'command_execution', command: 'ls', exit_code: 0, status: 'completed' }),
      'tool-output -: exit 0 · ls',
    )
    check(item({ type: 'command_execution', command: 'ls', status: 'in_progress' }), 'tool-call -: ls')
    check(
      item({ type: 'file_change', changes: [{ path: '/a', kind: 'add' }], status: 'completed' }),
      'patch -: completed · /a',
    )
    check(
      item({ type: 'todo_list', items: [{ text: 'a', completed: true }, { text: 'b' }] }),
      'context -: [x] a [ ] b',
    )
    check({ type: 'turn.completed', usage: { input_tokens: 5 } }, 'context -: input_tokens=5')
    check({ type: 'turn.failed', error: { message: 'busy' } }, 'context -: error: busy')
  })

  it('survives what nests deeper than a stack', () => {
    const source: unknown = JSON.parse(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`)
    check(line('session_meta', { id: 'i', source }), 'meta t: i · {"a":{"a":{"a":{"a":"…"}}}}')
  })
})

describe('isHumanMessage', () => {
  const notes = (more: object): Record<string, unknown> => ({
    internal_chat_message_metadata_passthrough: more,
  })
  const by = (...types: readonly string[]): Record<string, unknown> =>
    notes({ content_item_metadata: types.map((type) => ({ provenance: { type } })) })

  // SPEC record/human
  it('believes what a file says of its parts, then of their kinds, then their beginnings', () => {
    const pasted = '# AGENTS.md instructions are what I ask about'
    expect(isHumanMessage({}, pasted)).toBe(false)
    expect(isHumanMessage({ content: [{ type: 'input_image' }] }, '')).toBe(true)
    expect(isHumanMessage(by('user'), pasted)).toBe(true)
    expect(isHumanMessage(by('agents_md', 'harness'), 'hello')).toBe(false)
    expect(isHumanMessage(by('harness', 'user'), 'hello')).toBe(true)
    expect(isHumanMessage(notes({ content_item_kinds: ['user.text'] }), pasted)).toBe(true)
    expect(isHumanMessage(notes({ content_item_kinds: ['environments.x'] }), 'hello')).toBe(false)
    expect(isHumanMessage(notes({ turn_id: 't', content_item_metadata: 5 }), 'hello')).toBe(true)
    expect(isHumanMessage(by(), '<environment_context>')).toBe(false)
  })
})
