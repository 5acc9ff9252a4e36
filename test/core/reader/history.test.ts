import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nodeFileSystem } from '../../../src/core/platform/fileSystem'
import { getRolloutHistory, type RolloutHistory } from '../../../src/core/reader/history'
import type { Result } from '../../../src/shared/result'
import { metaLine, rollout, tempHome, userLine, uuid } from '../support/tempHome'
import { valueOf } from '../support/testExplorer'
import { zstdFrame } from '../support/zstdFrame'

const me = uuid(1)

function load(path: string): Promise<Result<RolloutHistory>> {
  return getRolloutHistory(
    path,
    { fileSystem: nodeFileSystem, isCancelled: () => false },
    { cacheFolder: tempHome() },
  )
}

/** Loads a file of these bytes and shows its items by line and type, its problems by line and code. */
async function check(content: string | Uint8Array): Promise<{
  readonly id: string
  readonly items: readonly string[]
  readonly problems: readonly string[]
}> {
  const home = tempHome({ 'a.jsonl': content })
  const history = valueOf(await load(join(home, 'a.jsonl')))
  if (history.kind === 'new') throw new Error('there is a file')
  return {
    id: history.conversationId,
    items: history.items.map(({ lineNumber, record, isOther }) => {
      const payload = record['payload'] as { readonly type?: string } | undefined
      const type = [record['type'], payload?.type].filter((part) => part !== undefined).join('/')
      return `${String(lineNumber)} ${type}${isOther ? ' as other' : ''}`
    }),
    problems: history.problems.map(({ code, lineNumber }) => `${String(lineNumber ?? 'file')} ${code}`),
  }
}

function line(type: string, payload: unknown, before: Members = {}, behind: Members = {}): string {
  return JSON.stringify({ timestamp: '2026-03-04T05:06:08.000Z', ...before, type, payload, ...behind })
}

type Members = Readonly<Record<string, unknown>>

const ghost = { type: 'ghost_snapshot', ghost_commit: { id: 'a' } }
const message = { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'hi' }] }
const image = { type: 'input_image', image_url: 'data:image/png;base64,AA' }
const shellCall = { type: 'local_shell_call', status: 'completed', action: { type: 'exec', command: ['ls'] } }

/** A message with some other members. */
function item(members: Members): string {
  return line('response_item', { ...message, ...members })
}

function nested(levels: number): unknown {
  return JSON.parse('['.repeat(levels) + ']'.repeat(levels))
}

// SPEC history/items
describe('items', () => {
  it('are the records, the first session meta naming the conversation and later ones kept', async () => {
    expect(await check(rollout(metaLine(me), metaLine(uuid(2)), '', userLine('hi'), '   '))).toEqual({
      id: me,
      items: ['1 session_meta', '2 session_meta', '4 event_msg/user_message'],
      problems: [],
    })
  })

  it('are named by the first session meta that decodes, wherever it stands', async () => {
    const bad = metaLine(uuid(2), { cwd: 7 })
    expect(await check(rollout('not JSON', bad, userLine('hi'), metaLine(me)))).toEqual({
      id: me,
      items: ['3 event_msg/user_message', '4 session_meta'],
      problems: ['1 history/line-skipped', '2 history/line-skipped'],
    })
  })

  it('take in a last line without its line feed, lines with CR and spaces around a record', async () => {
    const content = `${metaLine(me)}\r\n  ${userLine('hi')}\t\n${userLine('last')}`
    expect((await check(content)).items).toHaveLength(3)
  })

  it('hold an ordinal as it is written, and numbers that JavaScript would change', async () => {
    const written = `{"timestamp":"t","ordinal":18446744073709551615,"type":"world_state","payload":{"a":1.50}}`
    const home = tempHome({ 'a.jsonl': rollout(metaLine(me, { history_mode: 'paginated' }), written) })
    const history = valueOf(await load(join(home, 'a.jsonl')))
    expect(history.kind === 'resumed' && history.items[1]?.text).toBe(written)
  })
})

// SPEC history/items
describe('what looks odd and is loaded all the same', () => {
  it.each([
    ['values nested 127 deep', item({ more: nested(125) })],
    ['a number that no double holds', item({ more: 7 }).replace(':7', ':1e999')],
    ['an image of the provider', item({ content: [{ ...image, image_url: null, file_id: 'f' }] })],
    ['no id, no phase', item({ id: null, phase: null })],
    ['a role that nobody has', item({ role: 'robot' })],
    ['a shell call that runs', line('response_item', { ...shellCall, status: 'in_progress' })],
    ['an empty output', line('response_item', { type: 'function_call_output', output: [] })],
    ['lists where objects stand', line('response_item', message, {}, { metadata: [] })],
    ['unknown beside the payload', line('response_item', message, {}, { metadata: { new: 1 } })],
  ])('%s', async (_name, text) => {
    expect(await check(rollout(metaLine(me), text))).toMatchObject({ items: { length: 2 }, problems: [] })
  })
})

// SPEC history/refused
describe('a session meta that Codex cannot decode', () => {
  it.each([
    ['git that is text', { git: 'x' }],
    ['commit that is a number', { git: { commit_hash: 5 } }],
    ['source that is null', { source: null }],
    ['source of an unknown agent', { source: { subagent: 'poet' } }],
    ['source of an unknown service', { source: { internal: 'poet' } }],
    ['source with two keys', { source: { custom: 'a', internal: 'guardian' } }],
    ['instructions that are text', { base_instructions: 'x' }],
    ['instructions without a text', { base_instructions: {} }],
    ['parent that is no UUID', { parent_thread_id: 'zzz' }],
    ['fork before an ordinal that is text', { forked_from_ordinal_exclusive: '3' }],
    ['agents of an unknown version', { multi_agent_version: 'v9' }],
    ['flag that is text', { account_scoped: 'yes' }],
    ['base that is text', { history_base: 'x' }],
  ])('%s', async (_name, members) => {
    expect(await check(rollout(metaLine(me, members), userLine('hi')))).toEqual({
      id: me,
      items: ['2 event_msg/user_message'],
      problems: ['file history/codex-refuses', '1 history/line-skipped'],
    })
  })

  it.each([
    ['instructions of 2025 of another type', { instructions: 5 }],
    ['no git', { git: null }],
    ['an empty folder', { cwd: '' }],
    ['a sub-agent', { source: { subagent: { other: 'x' } }, parent_thread_id: uuid(2) }],
  ])('is none with %s', async (_name, members) => {
    expect((await check(rollout(metaLine(me, members)))).problems).toEqual([])
  })
})

// SPEC history/skipped
describe('what Codex does not load', () => {
  it.each([
    ['unknown top-level type', line('quantum', {}), 'unknown-type'],
    ['unknown event type', line('event_msg', { type: 'quantum' }), 'unknown-type'],
    ['type called constructor', line('event_msg', { type: 'constructor' }), 'unknown-type'],
    [
      'unknown completed item',
      line('event_msg', { type: 'item_completed', item: { type: 'X' } }),
      'unknown-type',
    ],
    ['no timestamp', '{"type":"world_state","payload":{}}', 'line-skipped'],
    ['timestamp that is a number', '{"timestamp":1,"type":"world_state","payload":{}}', 'line-skipped'],
    ['no payload', '{"timestamp":"t","type":"world_state"}', 'line-skipped'],
    ['payload null', line('world_state', null), 'line-skipped'],
    ['no JSON', '{"timestamp":', 'line-skipped'],
    ['a JSON scalar', '42', 'line-skipped'],
    ['two records glued', `${userLine('a')}${userLine('b')}`, 'line-skipped'],
    ['message that is a number', line('event_msg', { type: 'agent_message', message: 7 }), 'line-skipped'],
    ['a known item without what it needs', line('response_item', { type: 'message' }), 'line-skipped'],
    ['ordinal that is text', line('world_state', {}, { ordinal: '3' }), 'line-skipped'],
    ['ordinal that is negative', line('world_state', {}, { ordinal: -1 }), 'line-skipped'],
    ['ordinal 14.0', '{"timestamp":"t","ordinal":14.0,"type":"world_state","payload":{}}', 'line-skipped'],
    [
      'ordinal 2^64',
      '{"timestamp":"t","ordinal":18446744073709551616,"type":"world_state","payload":{}}',
      'line-skipped',
    ],
    [
      'half of a surrogate pair',
      String.raw`{"timestamp":"t","type":"world_state","payload":{"a":"\ud800"}}`,
      'line-skipped',
    ],
    [
      'second half alone',
      String.raw`{"timestamp":"t","type":"world_state","payload":{"a":"\udc00\ud83d"}}`,
      'line-skipped',
    ],
    ['white space that JSON does not know', `\f${userLine('a')}`, 'line-skipped'],
    ['the same behind a record', `${userLine('a')}\v`, 'line-skipped'],
    ['values nested 128 deep', line('response_item', { ...message, more: nested(126) }), 'line-skipped'],
    ['phase that is no phase', line('response_item', { ...message, phase: 'analysis' }), 'line-skipped'],
    [
      'part of a message of an unknown type',
      item({ content: [{ type: 'refusal', text: '' }] }),
      'line-skipped',
    ],
    ['part that is text', item({ content: ['hi'] }), 'line-skipped'],
    ['image without an address', item({ content: [{ type: 'input_image' }] }), 'line-skipped'],
    ['image of an unknown detail', item({ content: [{ ...image, detail: 'most' }] }), 'line-skipped'],
    ['id that is a number', item({ id: 5 }), 'line-skipped'],
    [
      'turn that is a number',
      item({ internal_chat_message_metadata_passthrough: { turn_id: 5 } }),
      'line-skipped',
    ],
    [
      'sequence that is negative',
      line('response_item', message, {}, { metadata: { history_sequence: -5 } }),
      'line-skipped',
    ],
    [
      'sequence that is written as 5.0',
      line('response_item', message, {}, { metadata: { history_sequence: 5 } }).replace(':5}', ':5.0}'),
      'line-skipped',
    ],
    [
      'flag that is a text',
      line('response_item', message, {}, { metadata: { client_authored: 'yes' } }),
      'line-skipped',
    ],
    [
      'reasoning with a summary of another type',
      line('response_item', { type: 'reasoning', summary: [{ type: 'text', text: 'why' }] }),
      'line-skipped',
    ],
    ['shell call that failed', line('response_item', { ...shellCall, status: 'failed' }), 'line-skipped'],
    [
      'output with a part of an answer',
      line('response_item', {
        type: 'function_call_output',
        call_id: 'a',
        output: [{ type: 'output_text', text: 'x' }],
      }),
      'line-skipped',
    ],
    [
      'message between agents without its trigger',
      line('inter_agent_communication', { author: '/lead', recipient: '/lead/a', content: 'go' }),
      'line-skipped',
    ],
    [
      '26.0 for an integer',
      '{"timestamp":"t","type":"event_msg","payload":{"type":"task_started","turn_id":"a","started_at":26.0}}',
      'line-skipped',
    ],
    [
      '1e3 for an integer',
      '{"timestamp":"t","type":"event_msg","payload":{"type":"task_started","turn_id":"a","started_at":1e3}}',
      'line-skipped',
    ],
    ['compaction without message', line('compacted', {}), 'line-skipped'],
    [
      'metadata of another length',
      line('compacted', { message: '', replacement_history: [], replacement_history_metadata: [{}] }),
      'line-skipped',
    ],
    [
      'metadata without a history',
      line('compacted', { message: '', replacement_history_metadata: [] }),
      'line-skipped',
    ],
    ['a later header of unknown mode', metaLine(uuid(2), { history_mode: 'quantum' }), 'unknown-mode'],
    ['a ghost snapshot', line('response_item', ghost), 'ghost-snapshot'],
  ])('is a problem: %s', async (_name, bad, code) => {
    expect(await check(rollout(metaLine(me), bad, userLine('hi')))).toEqual({
      id: me,
      items: ['1 session_meta', '3 event_msg/user_message'],
      problems: [`2 history/${code}`],
    })
  })

  it.each([
    [
      'a whole surrogate pair',
      String.raw`{"timestamp":"t","type":"world_state","payload":{"a":"\ud83d\ude00"}}`,
    ],
    [
      'an escaped backslash before ud800',
      String.raw`{"timestamp":"t","type":"world_state","payload":{"a":"\\ud800"}}`,
    ],
    [
      '26.0 where no integer is asked for',
      '{"timestamp":"t","type":"world_state","payload":{"started_at":26.0}}',
    ],
    [
      'text that looks like a float member',
      line('event_msg', { type: 'task_started', turn_id: '"started_at":1.0', started_at: 5 }),
    ],
    ['null for an integer', line('event_msg', { type: 'task_started', turn_id: 'a', started_at: null })],
    ['an odd timestamp', '{"timestamp":"soon","type":"world_state","payload":{}}'],
    ['unknown keys', line('event_msg', { type: 'user_message', message: '', quantum: [{}] }, { more: 1 })],
    ['a late header of another session', metaLine(uuid(2))],
  ])('is not: %s', async (_name, good) => {
    expect(await check(rollout(metaLine(me), good))).toMatchObject({ items: { length: 2 }, problems: [] })
  })

  it('is a problem beside an item that is kept, for an unknown response item and a policy of 2025', async () => {
    const policy = { cwd: '/a', model: 'm', sandbox_policy: { mode: 'read-only' } }
    expect(
      await check(
        rollout(metaLine(me), line('response_item', { type: 'quantum' }), line('turn_context', policy)),
      ),
    ).toEqual({
      id: me,
      items: ['1 session_meta', '2 response_item/quantum as other', '3 turn_context'],
      problems: ['2 history/unknown-item', '3 history/not-applied'],
    })
  })

  it('is dropped from a compaction together with its metadata', async () => {
    const payload = {
      message: 'm',
      replacement_history: [message, ghost, message],
      replacement_history_metadata: [{ n: 0 }, { n: 1 }, { n: 2 }],
    }
    const home = tempHome({ 'a.jsonl': rollout(metaLine(me), line('compacted', payload)) })
    const history = valueOf(await load(join(home, 'a.jsonl')))
    if (history.kind === 'new') throw new Error('there is a file')
    expect(history.items[1]?.record['payload']).toEqual({
      message: 'm',
      replacement_history: [message, message],
      replacement_history_metadata: [{ n: 0 }, { n: 2 }],
    })
    expect(JSON.parse(history.items[1]?.text ?? '')).toEqual(history.items[1]?.record)
    expect(history.problems.map(({ code }) => code)).toEqual(['history/ghost-snapshot'])
  })

  it('reads on behind bytes that are not UTF-8, though Codex refuses a legacy session for them', async () => {
    const bad = Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xff]), Buffer.from('"}\n')])
    for (const [mode, severity] of [
      ['legacy', 'error'],
      ['paginated', 'warning'],
    ] as const) {
      const content = Buffer.concat([
        Buffer.from(rollout(metaLine(me, { history_mode: mode }))),
        bad,
        Buffer.from(rollout(userLine('hi'))),
      ])
      const home = tempHome({ 'a.jsonl': content })
      const history = valueOf(await load(join(home, 'a.jsonl')))
      if (history.kind === 'new') throw new Error('there is a file')
      expect(history.items).toHaveLength(2)
      expect(history.problems).toMatchObject([{ code: 'history/not-utf8', severity, lineNumber: 2 }])
    }
  })
})

// SPEC history/refused
describe('a session that Codex cannot load', () => {
  it('is read under the id that it names, with a problem', async () => {
    expect(await check(rollout(metaLine(me, { cwd: undefined }), userLine('hi')))).toEqual({
      id: me,
      items: ['2 event_msg/user_message'],
      problems: ['file history/codex-refuses', '1 history/line-skipped'],
    })
    expect(await check(`\ufeff${rollout(metaLine(me), userLine('hi'))}`)).toMatchObject({
      id: me,
      items: { length: 1 },
    })
  })

  it('has its items read where it is of the bare format', async () => {
    const bare = [
      { id: me, timestamp: '2025-08-25T21:06:52.427Z', instructions: null },
      { record_type: 'state' },
      { type: 'message', role: 'user', content: [] },
    ]
    expect(await check(rollout(...bare.map((value) => JSON.stringify(value)), '[1]'))).toEqual({
      id: me,
      items: ['1 ', '2 ', '3 message'],
      problems: ['file history/codex-refuses', '4 history/line-skipped'],
    })
  })
})

// SPEC history/errors
describe('errors', () => {
  it.each([
    ['no bytes', '', 'empty-session'],
    ['nothing but blank lines', '\n \n\t\r\n', 'empty-session'],
    ['no session meta', rollout(userLine('hi')), 'no-session-id'],
    ['a session meta without an id', rollout(metaLine(me, { id: undefined })), 'no-session-id'],
    ['the tutorial form', '{"type":"message","item":{},"seq":1}\n', 'no-session-id'],
    [
      'an own header of unknown mode',
      rollout(metaLine(me, { history_mode: 'quantum' })),
      'unknown-history-mode',
    ],
  ])('name the reason: %s', async (_name, content, code) => {
    const home = tempHome({ 'a.jsonl': content })
    expect(await load(join(home, 'a.jsonl'))).toMatchObject({ ok: false, error: { code } })
  })

  it('are none for a path without a file: that is a new conversation', async () => {
    expect(await load(join(tempHome(), 'sessions/none.jsonl'))).toEqual({ ok: true, value: { kind: 'new' } })
  })

  it('are none for a plain path whose file was compressed', async () => {
    const home = tempHome({ 'a.jsonl.zst': zstdFrame(rollout(metaLine(me), userLine('hi'))) })
    expect(await load(join(home, 'a.jsonl'))).toMatchObject({
      ok: true,
      value: { conversationId: me, items: { length: 2 } },
    })
  })
})

// SPEC history/accounts
describe('any bytes', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      metaLine(me),
      userLine('hi'),
      line('response_item', ghost),
      '',
      ' ',
      '\u0000',
      '\ufeff',
      '{"',
      '[[[',
      'null',
    ),
    fc.string(),
    fc.json(),
  )

  it('are read without a throw, and every line that is not blank is an item or a problem', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece), fc.uint8Array({ maxLength: 12 }), async (pieces, tail) => {
        const content = Buffer.concat([
          Buffer.from([metaLine(me), ...pieces, ''].join('\n')),
          Buffer.from(tail),
        ])
        const home = tempHome({ 'a.jsonl': content })
        const history = valueOf(await load(join(home, 'a.jsonl')))
        if (history.kind === 'new') throw new Error('there is a file')
        const told = new Set([...history.items, ...history.problems].map(({ lineNumber }) => lineNumber))
        const lines = content.toString('latin1').split('\n')
        const wanted = lines.flatMap((text, index) => (/[^\t-\r ]/.test(text) ? [index + 1] : []))
        expect([...told].filter((number) => number !== null).sort((a, b) => a - b)).toEqual(wanted)
      }),
      { seed: 20261120, numRuns: 300 },
    )
  })
})

// SPEC history/accounts
describe('compressed data that is torn', () => {
  it('is told: what could not be decoded is missing in the history', async () => {
    const frame = zstdFrame(rollout(metaLine(me), userLine('hi')), { statedBytes: 9999 })
    const home = tempHome({ 'a.jsonl.zst': frame })
    const history = valueOf(await load(join(home, 'a.jsonl.zst')))
    if (history.kind === 'new') throw new Error('there is a file')
    expect(history.problems.map(({ code, severity }) => [code, severity])).toContainEqual([
      'source/size-mismatch',
      'error',
    ])
    const empty = tempHome({ 'a.jsonl.zst': frame.subarray(0, 12) })
    const refused = await load(join(empty, 'a.jsonl.zst'))
    expect(refused.ok ? '' : refused.error.hint).toContain('torn')
  })
})
