import { describe, it } from 'vitest'
import { metaLine, rollout, userLine, uuid } from '../support/tempHome'
import { check } from './check'

const meta = metaLine(uuid(1))
const paginated = metaLine(uuid(1), { history_mode: 'paginated' })

function line(type: string, payload: unknown): string {
  return JSON.stringify({ timestamp: '2026-03-04T05:06:08.000Z', type, payload })
}

/** Where a line stands behind others, as a finding says it. */
function place(lines: readonly string[], index: number): string {
  const before = Buffer.byteLength(rollout(...lines.slice(0, index)))
  return `${String(index + 1)} @${String(before)}+${String(Buffer.byteLength(lines[index] ?? '') + 1)}`
}

describe('rules about a session', () => {
  const rules = /^(session\/|format\/(bare|legacy-events)|call\/arguments)/

  // SPEC rule/session/no-message
  it('say that no user said anything', async () => {
    await check(rollout(meta), ['session/no-message file @0+0 reads'], { rules })
    await check(rollout(meta, userLine('hello')), [], { rules })
    await check(rollout(userLine('hello')), [], { rules })
    const item = { type: 'item_completed', item: { type: 'UserMessage', id: 'u', content: [] } }
    await check(rollout(paginated, line('event_msg', item)), [], { rules })
  })

  // SPEC rule/session/late-message
  it('say that the first message comes too late for a list of Codex', async () => {
    const others = Array.from({ length: 210 }, () =>
      line('event_msg', { type: 'agent_reasoning', text: 't' }),
    )
    const late = [meta, ...others, userLine('a')]
    await check(rollout(...late), [`session/late-message ${place(late, 211)} reads`], { rules })
    await check(rollout(meta, ...others.slice(2), userLine('a'), userLine('b')), [], { rules })
  })

  // SPEC rule/format/bare
  it('name the bare form, which is no damage', async () => {
    const opening = { id: uuid(1), timestamp: '2025-08-25T21:06:52.427Z', instructions: null }
    const bare = rollout(JSON.stringify(opening), '{"record_type":"state"}')
    await check(bare, [`format/bare file @0+${String(bare.length)} refuses`], { rules })
  })

  // SPEC rule/format/legacy-events
  it('name events of the legacy mode in a paginated file', async () => {
    const lines = [paginated, userLine('hello'), line('event_msg', { type: 'token_count', info: null })]
    await check(rollout(...lines), [`format/legacy-events ${place(lines, 1)} misreads`], { rules })
    await check(rollout(meta, ...lines.slice(1)), [], { rules })
  })

  // SPEC rule/call/arguments
  it('name arguments that are no JSON', async () => {
    const call = (text: string): string =>
      line('response_item', { type: 'function_call', name: 'shell', arguments: text, call_id: 'c' })
    const lines = [meta, userLine('hello'), call('{"cmd":"ls"}'), call('ls -la'), call('')]
    const expected = [`call/arguments ${place(lines, 3)} reads`, `call/arguments ${place(lines, 4)} reads`]
    await check(rollout(...lines), expected, { rules })
  })
})
