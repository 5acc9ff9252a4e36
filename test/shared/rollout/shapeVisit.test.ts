import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { checkShape, schemaOfLine } from '../../../src/shared/rollout/checkShape'
import { recordKindOf, summariseLine } from '../../../src/shared/rollout/lineSummary'
import { corpusRollouts } from '../../support/corpus'
import { mutatedLines } from '../../support/mutatedLines'
import { parsedLines } from '../../support/rolloutLines'

/** Lines of every type, so that mutation reaches schemas that no file of the corpus needs. */
const written: readonly unknown[] = [
  { type: 'thread.started', thread_id: 't' },
  { type: 'item.completed', item: { id: 'i', type: 'command_execution', command: 'ls', exit_code: 0 } },
  { type: 'user_message', item: { content: 'hello' }, seq: 2 },
  { session: { id: 's' }, items: [{ type: 'message' }] },
  { id: 'i', timestamp: 't', instructions: null, git: { branch: 'b' } },
  { record_type: 'state' },
  { type: 'function_call', id: null, name: 'shell', arguments: '{}', call_id: 'c' },
  envelope('compacted', {
    message: 'm',
    replacement_history: [{ type: 'message', role: 'user', content: [] }],
    window_id: 1,
  }),
  envelope('retained_context', { type: 'verified_answer', turn_id: 't', call_id: 'c', questions: [] }),
  envelope('realtime_item', { type: 'transcript_segment', id: 'i', role: 'user', text: 'x' }),
  envelope('security_risk_score', { scores: { a: 0.5 }, call_id: 'c', action: 'allow', sampled_at: 1 }),
  envelope('session_meta', {
    id: 'i',
    timestamp: 't',
    cwd: '/w',
    originator: 'o',
    cli_version: '1',
    source: { subagent: { thread_spawn: { parent_thread_id: 'p', depth: 1 } } },
  }),
  envelope('turn_context', {
    approval_policy: { granular: { rules: true } },
    sandbox_policy: { mode: 'read-only', network_access: false },
    permission_profile: { type: 'managed', file_system: { type: 'restricted', entries: [] } },
  }),
  ...[
    { type: 'mcp_tool_call_end', call_id: 'c', invocation: { server: 's' }, result: { Ok: { content: [] } } },
    { type: 'mcp_tool_call_end', call_id: 'c', duration: { secs: 0, nanos: 1 }, result: { Err: 'no' } },
    {
      type: 'exited_review_mode',
      review_output: { findings: [{ code_location: { line_range: { start: 1 } } }] },
    },
    { type: 'error', message: 'x', codex_error_info: { http_connection_failed: { http_status_code: 500 } } },
    { type: 'item_completed', item: { type: 'McpToolCall', id: 'i', server: 's', tool: 't', arguments: [] } },
    { type: 'item_completed', item: { type: 'Plan', id: 'i', text: 'x' } },
    { type: 'thread_goal_updated', threadId: 't', goal: { objective: 'o', tokensUsed: 1 } },
  ].map((payload) => envelope('event_msg', payload)),
]

function envelope(type: string, payload: unknown): unknown {
  return { timestamp: 't', ordinal: 1, type, payload }
}

/** One line of each type that the corpus has, shortest first, because mutations of long texts say little. */
function oneOfEachType(): readonly unknown[] {
  const byLabel = new Map<string, { readonly value: unknown; readonly length: number }>()
  for (const path of ['codex', 'field', 'defects'].flatMap((part) => corpusRollouts(part))) {
    for (const { value, length } of parsedLines(path)) {
      const label = checkShape(value).label ?? '-'
      if (length < (byLabel.get(label)?.length ?? 6_000)) byLabel.set(label, { value, length })
    }
  }
  return [...byLabel.values()].map(({ value }) => value)
}

describe('shapes of 20,000 mutated lines', () => {
  const lines = [...mutatedLines([...written, ...oneOfEachType()], 20_000, 20261120)]

  // SPEC record/schemas
  it('are compared without a throw, and twice alike', () => {
    for (const line of lines) {
      const report = checkShape(line)
      const summary = summariseLine(line)
      const isSame =
        isDeepStrictEqual(checkShape(line), report) &&
        isDeepStrictEqual(summariseLine(line), summary) &&
        recordKindOf(line) === summary.kind
      if (!isSame) throw new Error(`Differs the second time: ${JSON.stringify(line).slice(0, 400)}`)
    }
  })

  it('are accepted exactly where zod accepts them', () => {
    const differing: string[] = []
    let rejected = 0
    // A union of twenty forms takes zod about a millisecond to refuse.
    for (const line of lines.filter((_, index) => index % 4 === 0)) {
      const schema = schemaOfLine(line)
      if (schema === null || JSON.stringify(line).includes('"__proto__"')) continue
      const accepted = schema.safeParse(line).success
      if (!accepted) rejected += 1
      if (accepted !== (checkShape(line).rejections.length === 0)) {
        differing.push(`${accepted ? 'zod accepts' : 'zod rejects'} ${JSON.stringify(line).slice(0, 400)}`)
      }
    }
    expect(differing.slice(0, 5)).toEqual([])
    // Both answers were asked for often enough to mean something.
    expect([rejected > 1000, rejected < 4000]).toEqual([true, true])
  })
})
