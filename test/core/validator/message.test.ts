import { describe, expect, it } from 'vitest'
import { check, checkMessages } from './check'
import { asked, call, completed, event, item, meta, output, said, session, started } from './records'

const messages = { rules: /^message\// }

const userEvent = (message: string): object => event('user_message', { message, images: [] })
const agentEvent = (message: string): object => event('agent_message', { message })
const thought = (...texts: readonly string[]): object =>
  item('reasoning', { summary: texts.map((text) => ({ type: 'summary_text', text })) })
const turnItem = (value: object): object =>
  event('item_completed', { thread_id: 's', turn_id: 't', item: value })

const both = [asked('hello'), userEvent('hello'), agentEvent('Done.'), said('Done.')]

describe('rules about messages', () => {
  it('say nothing of messages that are stored twice, in the order of every era', async () => {
    // 2026, legacy.
    await check(session(started('t'), ...both, completed('t', 'Done.')), [], messages)
    // 2026, paginated.
    const paginated = session(
      started('t'),
      asked('hello'),
      turnItem({ type: 'UserMessage', id: 'u', content: [{ type: 'text', text: 'hello' }] }),
      turnItem({ type: 'Reasoning', id: 'r', summary_text: ['one', 'two'], raw_content: [] }),
      thought('one', 'two'),
      turnItem({ type: 'AgentMessage', id: 'a', content: [{ type: 'Text', text: 'Done.' }] }),
      said('Done.'),
      completed('t', 'Done.'),
    )
    await check(paginated, [], messages)
    // 2025: events first, then all items of an answer.
    const old = session(
      asked('hello'),
      userEvent('hello'),
      event('agent_reasoning', { text: 'one' }),
      event('agent_reasoning', { text: 'two' }),
      agentEvent('Let me see.'),
      thought('one', 'two'),
      said('Let me see.'),
      call('a'),
      output('a'),
      agentEvent('Done.'),
      said('Done.'),
    )
    await check(old, [], messages)
  })

  it('know what has one place only', async () => {
    const summary = { ...said('What we did so far.'), metadata: { compaction_output: true } }
    await check(
      session(
        started('t'),
        item('message', { role: 'developer', content: [{ type: 'input_text', text: 'Be brief.' }] }),
        asked('<environment_context>…'),
        asked('# AGENTS.md instructions for /w'),
        asked('<some_new_tag>written by a newer Codex'),
        item('message', {
          role: 'user',
          content: [
            { type: 'input_text', text: 'Look at this' },
            { type: 'input_text', text: '<image name=[Image #1]>' },
            { type: 'input_image', image_url: 'data:image/png;base64,AAAA' },
            { type: 'input_text', text: '</image>' },
          ],
        }),
        userEvent('Look at this'),
        summary,
        { timestamp: 't', type: 'compacted', payload: { message: '' } },
        completed('t'),
      ),
      [],
      messages,
    )
  })

  // SPEC rule/message/differs
  it('name a message whose two texts differ, and where', async () => {
    await checkMessages(
      session(
        started('t'),
        asked('delete the file'),
        userEvent('keep the file'),
        event('agent_reasoning', { text: 'They want it kept.' }),
        thought('They want it gone.'),
        agentEvent('Done.'),
        said('Done.'),
        completed('t', 'Done.'),
      ),
      [
        'message/differs 4: The text differs from that in line 3, which holds the same message for the model, from character 1 on: "keep the file" and "delete the file".',
        'message/differs 5: The text differs from that in line 6, which holds the same message for the model, from character 14 on: "kept." and "gone.".',
      ],
      messages,
    )
  })

  it('name the one that differs among many, in a file without turns', async () => {
    const pairs = Array.from({ length: 9 }, (_, index) => {
      const text = `answer ${String(index)}`
      return [agentEvent(index === 4 ? 'changed' : text), said(text)]
    })
    const report = await check(session(...pairs.flat()), [], { rules: /^none$/ })
    expect(
      report.findings.filter(({ rule }) => rule.startsWith('message/')).map((one) => one.lineNumber),
    ).toEqual([10])
  })

  it('compare texts of any length', async () => {
    const long = 'x'.repeat(200_000)
    await check(session(started('t'), agentEvent(long), said(long), completed('t', long)), [], messages)
    await checkMessages(
      session(started('t'), agentEvent(`${long}y`), said(`${long}z`), completed('t', `${long}z`)),
      [
        'message/differs 3: The text differs from that in line 4, which holds the same message for the model, behind character 1,024 of 200,001 and 200,001.',
      ],
      messages,
    )
  })

  it('compare exactly what stands outside of what Codex takes out', async () => {
    const cited = 'Done.\n<oai-mem-citation>MEMORY.md:1-2</oai-mem-citation>'
    const planned = 'First.\n<proposed_plan>\n- a step\n</proposed_plan>\nLast.'
    for (const [shown, stored] of [
      ['Done.', cited],
      ['First.\nLast.', planned],
      ['Done.', 'Done. <oai-mem-citation>MEMORY.md'],
      [planned, `${planned}\n<oai-mem-citation>MEMORY.md:1-2</oai-mem-citation>`],
      [`${'x'.repeat(100_000)}.`, `${'x'.repeat(100_000)}.\n<oai-mem-citation>a</oai-mem-citation>`],
    ] as const) {
      await check(session(started('t'), agentEvent(shown), said(stored), completed('t', shown)), [], messages)
    }
    for (const [shown, stored] of [
      ['Gone.', cited],
      ['First.\nLast, changed.', planned],
      ['Done.', 'Done. <oai-mem-citation of nothing'],
      [`${'x'.repeat(100_000)}.`, `${'x'.repeat(100_000)}!\n<oai-mem-citation>a</oai-mem-citation>`],
    ] as const) {
      const content = session(started('t'), agentEvent(shown), said(stored), completed('t', shown))
      const [found] = await check(
        content,
        [expect.stringMatching(/^message\/differs 3 /) as string],
        messages,
      ).then((report) => report.findings.filter(({ rule }) => rule.startsWith('message/')))
      expect(found?.message).toContain('differs from that in line 4')
    }
  })

  // SPEC rule/message/only-event, rule/message/only-item
  it('name a message that is in one stream only, and what Codex makes of it', async () => {
    const content = session(
      started('t'),
      ...both,
      agentEvent('Only for people.'),
      said('Only for the model.'),
      agentEvent('Only for people, too.'),
      completed('t', 'Only for people, too.'),
    )
    await checkMessages(
      content,
      [
        'message/differs 7: The text differs from that in line 8, which holds the same message for the model, from character 10 on: "people." and "the model.".',
        'message/only-event 9: This message of the model is stored for people, and not as an item for the model.',
      ],
      messages,
    )
    const hidden = session(started('t'), ...both, said('Only for the model.'), completed('t', 'Done.'))
    const report = await check(hidden, [], { rules: /^none$/ })
    const own = report.findings.filter(({ rule }) => rule.startsWith('message/'))
    expect(own.map(({ rule, lineNumber, codex }) => [rule, lineNumber, codex?.outcome])).toEqual([
      ['message/only-item', 7, 'misreads'],
    ])
  })

  // SPEC rule/message/one-stream
  it('say once that a whole stream is missing', async () => {
    const many = Array.from({ length: 150 }, (_, index) => agentEvent(`answer ${String(index)}`))
    const report = await checkMessages(
      session(started('t'), userEvent('hello'), ...many, completed('t')),
      [
        'message/one-stream 3: 151 messages stand as events for people only, and no message of the file as both.',
      ],
      messages,
    )
    expect(report.findings.find(({ rule }) => rule === 'message/one-stream')?.severity).toBe('info')
    await checkMessages(
      session(asked('hello'), userEvent('Good day')),
      [
        'message/differs 3: The text differs from that in line 2, which holds the same message for the model, from character 1 on: "Good day" and "hello".',
      ],
      messages,
    )
    await checkMessages(
      session(asked('hello'), said('Done.')),
      [
        'message/one-stream 2: 2 messages stand as items for the model only, and no message of the file as both.',
      ],
      messages,
    )
  })

  it('lose none of the first messages without a counterpart, however many they are', async () => {
    const many = Array.from({ length: 150 }, (_, index) => agentEvent(`answer ${String(index)}`))
    const content = session(
      started('t'),
      ...many,
      completed('t'),
      started('u'),
      ...both,
      completed('u', 'Done.'),
    )
    const report = await check(content, [], { rules: /^none$/ })
    const own = report.findings.filter(({ rule }) => rule === 'message/only-event')
    expect(own).toHaveLength(101)
    expect(own.at(-1)).toMatchObject({
      lineNumber: 103,
      message:
        'This message of the model is stored for people, and not as an item for the model. This is the first of 50 that are told as one.',
    })
  })

  it('expect no counterpart where the turn was cut off, a line is lost, or records were copied', async () => {
    const single = agentEvent('Let me see.')
    await check(session(started('t'), ...both, single), [], messages)
    const aborted = event('turn_aborted', { turn_id: 't', reason: 'interrupted' })
    await check(session(started('t'), ...both, single, aborted), [], messages)
    await check(
      session(started('t'), ...both, single, '{"timest', completed('t', 'Let me see.')),
      [],
      messages,
    )
    const other = meta({ id: '019cb740-7b18-7000-8000-000000000002' })
    await check(session(other, started('t'), ...both, single, completed('t', 'Let me see.')), [], messages)
    await check(session(asked('hello')), [], messages)
  })

  it('know that a review leaves copies of its events', async () => {
    await check(
      session(
        event('entered_review_mode', { target: { type: 'uncommittedChanges' } }),
        ...both,
        userEvent('hello'),
        completed('t', 'The review.'),
      ),
      [],
      messages,
    )
  })

  // SPEC rule/message/last-answer
  it('name the end of a turn that repeats another answer', async () => {
    await checkMessages(
      session(started('t'), ...both, completed('t', 'Done!'), started('u'), completed('u', 'What?')),
      [
        'message/last-answer 7: The last answer that the turn ends with is another than that in line 6, from character 5 on: "!" and ".".',
        'message/last-answer 9: The turn ends with a last answer, and none is stored in it.',
      ],
      messages,
    )
    // Where the two streams differ, one finding is enough.
    await check(
      session(started('t'), agentEvent('Done!'), said('Done.'), completed('t', 'Done.')),
      ['message/differs 3 @327+113 -'],
      messages,
    )
    await check(session(started('t'), ...both, completed('t', null)), [], messages)
  })
})
