import { describe, expect, it } from 'vitest'
import { check, checkMessages } from './check'
import { call, completed, event, item, later, output, said, session, started } from './records'

const pairs = { rules: /^call\/(?!arguments)/ }

describe('rules about calls', () => {
  it('say nothing of calls of every kind that have their outputs', async () => {
    const content = session(
      started('t'),
      call('a'),
      item('custom_tool_call', { name: 'apply_patch', input: '', call_id: 'b' }),
      output('a'),
      item('custom_tool_call_output', { call_id: 'b', output: 'ok' }),
      item('local_shell_call', { call_id: 'c', status: 'completed', action: { type: 'exec', command: [] } }),
      output('c'),
      item('tool_search_call', { call_id: 'd', execution: 'client', arguments: {} }),
      item('tool_search_output', { call_id: 'd', status: 'completed', execution: 'client', tools: [] }),
      item('web_search_call', { status: 'completed', action: { type: 'search', query: 'x' } }),
      said('done'),
      completed('t'),
    )
    await check(content, [], pairs)
  })

  // SPEC rule/call/without-output
  it('name a call that was passed over', async () => {
    await checkMessages(
      session(started('t'), call('a'), said('done'), completed('t')),
      ['call/without-output 3: The call "a" of "shell" has no output, and its turn was completed.'],
      pairs,
    )
    // Before turns were stored: the model is heard again behind the outputs of other calls.
    await checkMessages(
      session(call('a'), call('b'), output('b'), said('and now'), call('c')),
      [
        'call/without-output 2: The call "a" of "shell" has no output, and the model went on.',
        'call/unfinished 6: The call "c" of "shell" has no output: the file ends before it.',
      ],
      pairs,
    )
  })

  // SPEC rule/call/unfinished
  it('say why a call was not finished', async () => {
    const reasons: readonly (readonly [readonly object[], string])[] = [
      [[], 'the file ends before it'],
      [[event('turn_aborted', { turn_id: 't', reason: 'interrupted' })], 'its turn was broken off'],
      [[started('u'), completed('u')], 'the next turn began before its own was over'],
    ]
    for (const [end, reason] of reasons) {
      await checkMessages(
        session(started('t'), call('a'), ...end),
        [`call/unfinished 3: The call "a" of "shell" has no output: ${reason}.`],
        pairs,
      )
    }
  })

  it('leave what a damaged line explains to the finding about that line', async () => {
    await check(session(started('t'), call('a'), '{"timest', completed('t')), [], pairs)
    await check(session(started('t'), '{"timest', output('a'), completed('t')), [], pairs)
    // A line in another turn explains nothing.
    await check(
      session(started('s'), '{"timest', completed('s'), started('t'), output('a'), completed('t')),
      ['call/without-call 6 @579+134 reads'],
      pairs,
    )
  })

  it('find calls and outputs on glued lines', async () => {
    const glued = JSON.stringify(call('a')) + JSON.stringify(output('a'))
    await check(session(started('t'), glued, completed('t')), [], pairs)
  })

  // SPEC rule/call/without-call
  it('name an output without its call', async () => {
    await checkMessages(
      session(started('t'), output('a'), completed('t')),
      ['call/without-call 3: The output of the call "a" stands without its call.'],
      pairs,
    )
  })

  // SPEC rule/call/out-of-order
  it('name an output before its call and behind its turn', async () => {
    await checkMessages(
      session(started('t'), output('a'), call('a'), completed('t')),
      ['call/out-of-order 3: The output of the call "a" stands before its call.'],
      pairs,
    )
    await checkMessages(
      session(started('t'), call('a'), completed('t'), output('a')),
      ['call/out-of-order 5: The output of the call "a" stands behind the end of its turn.'],
      pairs,
    )
  })

  // SPEC rule/call/id-repeated
  it('name an id that is used twice', async () => {
    await checkMessages(
      session(
        ...[started('t'), call('a'), output('a')],
        ...[call('a'), output('a')].map(later),
        { ...output('a'), timestamp: '2026-03-04T05:06:07.002Z' },
        completed('t'),
      ),
      [
        'call/id-repeated 5: The call "a" of "shell" has the id of an earlier call.',
        'call/id-repeated 7: The call "a" has one more output.',
      ],
      pairs,
    )
  })

  it('pair calls in the bare form of 2025', async () => {
    const bare = [
      { id: '019cb740-7b18-7000-8000-000000000001', timestamp: '2025-08-05T10:00:00Z', instructions: null },
      { type: 'function_call', name: 'shell', arguments: '{}', call_id: 'a' },
      { record_type: 'state' },
      { type: 'function_call_output', call_id: 'a', output: 'ok' },
      { type: 'function_call_output', call_id: 'b', output: 'ok' },
    ]
    await checkMessages(
      bare.map((line) => `${JSON.stringify(line)}\n`).join(''),
      ['call/without-call 5: The output of the call "b" stands without its call.'],
      pairs,
    )
  })

  it('quote and cut names of a hostile file', async () => {
    const name = `\u001b[2J${'x'.repeat(300)}`
    const content = session(item('function_call', { name, arguments: '{}', call_id: 'a' }))
    const shown = `"\\u001b[2J${'x'.repeat(75)}…"`
    await checkMessages(
      content,
      [`call/unfinished 2: The call "a" of ${shown} has no output: the file ends before it.`],
      pairs,
    )
  })

  it('give up the oldest of very many open calls: those of turns that are over are named all the same', async () => {
    const many = Array.from({ length: 2_500 }, (_, index) => call(String(index)))
    const over = [
      started('t'),
      ...many,
      event('turn_aborted', { turn_id: 't', reason: 'interrupted' }),
      started('u'),
      ...many.map((_, at) => call(`u${String(at)}`)),
    ]
    for (const [records, named] of [
      [many, 2_000],
      [over, 2_000 + 2_000],
    ] as const) {
      const report = await check(session(event('user_message', { message: 'x' }), ...records), [], {
        rules: /^none$/,
      })
      expect(report.findings.filter(({ rule }) => rule === 'call/unfinished').length).toBe(named)
      expect(report.notChecked).toContainEqual(expect.stringMatching(/^calls and outputs/))
    }
  })
})
