import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clipReadable, windowLimits } from '../../../src/shared/rollout/readable/clipReadable'
import { parsePatch, rawDiffLine } from '../../../src/shared/rollout/readable/patchText'
import { ReadableSchema } from '../../../src/shared/rollout/readable/readable'
import { toReadable } from '../../../src/shared/rollout/readable/toReadable'

const types = [
  'session_meta',
  'response_item',
  'event_msg',
  'turn_context',
  'compacted',
  'world_state',
  'token_usage_record',
  'realtime_item',
]
const inner = [
  'message',
  'reasoning',
  'function_call',
  'function_call_output',
  'custom_tool_call',
  'local_shell_call',
  'web_search_call',
  'tool_search_output',
  'image_generation_call',
  'ghost_snapshot',
  'user_message',
  'token_count',
  'task_complete',
  'turn_aborted',
  'exec_command_end',
  'patch_apply_end',
  'mcp_tool_call_end',
  'item_completed',
  'exited_review_mode',
  'dynamic_tool_call_response',
  'transcript_segment',
]
const items = ['UserMessage', 'Reasoning', 'CommandExecution', 'FileChange', 'McpToolCall', 'Plan']
const keys = [
  'type',
  'content',
  'output',
  'arguments',
  'name',
  'role',
  'message',
  'item',
  'info',
  'rate_limits',
  'sandbox_policy',
  'permission_profile',
  'approval_policy',
  'changes',
  'result',
  'action',
  'plan',
  'source',
  'git',
  'text',
  'error',
  'replacement_history',
  'review_output',
  'command',
  'duration',
  '__proto__',
  'input',
  'state',
  'image_url',
  'status',
]

/** Values of the right names and the wrong types, which is what a damaged or newer file holds. */
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 5 },
    fc.constant(null),
    fc.boolean(),
    fc.double(),
    fc.string({ maxLength: 20 }),
    fc.constantFrom(
      '{"cmd":"x"}',
      '*** Begin Patch\n*** Update File: a\n',
      'Output:\n',
      'data:image/png;base64,AAAA',
      ...items,
      ...inner,
    ),
    fc.array(tie('any'), { maxLength: 4 }),
    tie('object'),
  ),
  object: fc
    .array(fc.tuple(fc.constantFrom(...keys), tie('any')), { maxLength: 6 })
    .map((entries) => Object.fromEntries(entries)),
})).object

const line = fc.record({
  timestamp: fc.constant('t'),
  type: fc.constantFrom(...types),
  payload: fc
    .tuple(value, fc.constantFrom(...inner))
    .map(([object, type]) => ({ ...(object as object), type })),
})

describe('toReadable', () => {
  // SPEC inspector/readable
  it('takes any line without failing, the same way each time', () => {
    fc.assert(
      fc.property(fc.oneof(line, fc.jsonValue(), value), (any) => {
        const readable = toReadable(any)
        expect(toReadable(any)).toEqual(readable)
        ReadableSchema.parse(readable)
        ReadableSchema.parse(
          clipReadable(readable, { ...windowLimits, text: 5, fact: 3, total: 12, rows: 2 }),
        )
      }),
      { seed: 20261120, numRuns: 2000 },
    )
  })

  it('takes a value of any depth', () => {
    const deep = JSON.parse(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`) as unknown
    expect(
      toReadable({ timestamp: 't', type: 'event_msg', payload: { type: 'new', deep } }).blocks,
    ).toContainEqual({
      kind: 'notice',
      tone: 'plain',
      text: 'deep is nested too deeply to lay it out here; Structured shows it.',
      pointer: '/payload/deep',
    })
  })
})

describe('parsePatch', () => {
  // SPEC inspector/patches
  it('keeps every line', () => {
    const lines = fc.array(
      fc.constantFrom(
        '*** Begin Patch',
        '*** Update File: a b',
        '*** Move to: c',
        '@@',
        '@@ f',
        '+x',
        '-y',
        ' z',
        '',
        '*** End of File',
        '*** End Patch',
        'odd',
        '\\ No newline',
      ),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(lines, (body) => {
        const patch = ['*** Begin Patch', '*** Add File: first', ...body, 'end'].join('\n')
        const files = parsePatch(patch, '') ?? []
        expect(files.flatMap((file) => file.lines.map(rawDiffLine)).join('\n')).toBe(patch)
      }),
      { seed: 20261121 },
    )
  })
})
