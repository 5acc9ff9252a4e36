import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recordKindOf, summariseLine } from '../../src/shared/rollout/lineSummary'

/** Summarises the payload of an envelope and compares `kind subtype: text`. */
function check(type: string, payload: unknown, expected: string): void {
  const { kind, subtype, text } = summariseLine({ timestamp: 't', type, payload })
  expect(`${kind} ${subtype ?? '-'}: ${text}`).toBe(expected)
}

describe('summariseLine', () => {
  // SPEC reader/rows
  it('names response items', () => {
    const message = (role: string, text: string) => ({
      type: 'message',
      role,
      content: [{ type: 'input_text', text }],
    })
    check('response_item', message('user', 'do it'), 'user message: do it')
    check(
      'response_item',
      message('user', '<environment_context> x'),
      'context message: <environment_context> x',
    )
    check('response_item', message('developer', 'rules'), 'context message: developer: rules')
    check('response_item', message('assistant', 'done\n now'), 'assistant message: done now')
    check(
      'response_item',
      { type: 'reasoning', summary: [], encrypted_content: 'gAA' },
      'reasoning reasoning: encrypted, no summary',
    )
    check(
      'response_item',
      { type: 'function_call', name: 'shell', arguments: '{"a":1}' },
      'tool-call function_call: shell {"a":1}',
    )
    check(
      'response_item',
      { type: 'custom_tool_call', name: 'apply_patch', input: '*** Begin' },
      'patch custom_tool_call: apply_patch *** Begin',
    )
    check(
      'response_item',
      { type: 'function_call_output', output: [{ type: 'input_text', text: 'a' }, { type: 'input_image' }] },
      'tool-output function_call_output: a [input_image]',
    )
    check(
      'response_item',
      { type: 'tomorrow', shape: [1, 2], on: true },
      'unknown tomorrow: shape=[2] on=true',
    )
  })

  it('names events and completed items', () => {
    check('event_msg', { type: 'user_message', message: 'hi' }, 'user user_message: hi')
    check(
      'event_msg',
      { type: 'token_count', info: { total_token_usage: { total_tokens: 7 } } },
      'context token_count: 7 tokens',
    )
    check(
      'event_msg',
      { type: 'task_complete', error: { message: 'busy' } },
      'context task_complete: failed: busy',
    )
    check(
      'event_msg',
      { type: 'patch_apply_end', success: false, changes: { '/a': {} } },
      'patch patch_apply_end: failed · /a',
    )
    check(
      'event_msg',
      { type: 'item_completed', item: { type: 'CommandExecution', exit_code: 2, command: ['ls', '-l'] } },
      'tool-output item_completed/CommandExecution: exit 2 · ls -l',
    )
    check(
      'event_msg',
      { type: 'item_completed', item: { type: 'Later', a: 1 } },
      'unknown item_completed/Later: a=1',
    )
  })

  it('names the other records, and keeps unknown ones', () => {
    check(
      'turn_context',
      { model: 'm', approval_policy: 'never', sandbox_policy: { mode: 'read-only' }, cwd: '/a' },
      'context -: m · approval never · read-only · /a',
    )
    check('compacted', { message: 'Summary' }, 'compaction -: Summary')
    check('world_state', { full: true }, 'context -: full snapshot')
    check('moon_phase', { type: 'full' }, 'unknown full: ')
  })

  it('takes any JSON value, and agrees with itself about the kind', () => {
    const line = fc.record({
      timestamp: fc.constant('t'),
      type: fc.constantFrom('event_msg', 'response_item', 'session_meta', 'turn_context', 'compacted', 'x'),
      payload: fc.dictionary(
        fc.constantFrom(
          'type',
          'item',
          'content',
          'message',
          'role',
          'output',
          'command',
          'info',
          'changes',
          'git',
          'source',
        ),
        fc.jsonValue(),
      ),
    })
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), line), (value) => {
        const summary = summariseLine(value)
        expect(summary.text).not.toMatch(/\n/)
        expect(recordKindOf(value)).toBe(summary.kind)
      }),
      { numRuns: 500, seed: 20261130 },
    )
  })
})
