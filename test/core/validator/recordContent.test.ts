import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { corpusFiles } from '../../support/corpus'
import { sharedFolder } from '../../support/shared'
import { check, checkMessages, reportOf } from './check'
import { event, item, meta, session } from './records'

const skips = { rules: /^record\/(codex-skips|shape)$/ }
const members = { rules: /^record\/unknown-member$/ }

describe('rules about what a record says', () => {
  // SPEC rule/record/codex-skips
  it('name a record that Codex loses, once, and what it cannot decode', async () => {
    const odd = event('agent_message', { message: 5 })
    const length = JSON.stringify(odd).length + 1
    const report = await check(
      session(odd),
      [`record/codex-skips 2 @${String(metaLength)}+${String(length)} skips`],
      skips,
    )
    expect(report.verdict).toBe('damaged')
    await checkMessages(
      session(
        odd,
        // What our schemas leave open, and Codex does not.
        event('task_complete', { last_agent_message: 'Done.' }),
        item('message', { role: 'user', content: [{ type: 'input_image' }] }),
        item('reasoning', { summary: null }),
      ),
      [
        'record/codex-skips 2: The event agent_message has a field message that Codex cannot decode. event_msg/agent_message: /payload/message should be a text, is a number.',
        'record/codex-skips 3: The event task_complete has a field turn_id that Codex cannot decode.',
        'record/codex-skips 4: The response item message has a field content that Codex cannot decode.',
        'record/codex-skips 5: The response item reasoning has a field summary that Codex cannot decode. response_item/reasoning: /payload/summary should be a list, is null.',
      ],
      skips,
    )
  })

  it('say that Codex refuses the session where it is the header that it loses', async () => {
    const content = `${JSON.stringify(meta({ session_id: 'no uuid' }))}\n`
    await check(content, [`record/codex-skips 1 @0+${String(content.length)} refuses`], skips)
  })

  it('name a fraction where Codex needs a whole number, however it is written', async () => {
    await checkMessages(
      session(
        event('task_started', { turn_id: 't', started_at: 2.5 }),
        event('task_started', { turn_id: 't', started_at: 1e3 }),
      ),
      ['record/codex-skips 2: The event task_started has a field started_at that Codex cannot decode.'],
      skips,
    )
  })

  it('leave to other rules what they name', async () => {
    const content = session(
      event('moon_landed'),
      { timestamp: 't', type: 'moon_phase', payload: {} },
      '{"timestamp":"t","type":"event_msg","payload":{"type":"agent_message","message":"\\ud800"}}',
      '{"timestamp":"t","type":"event_msg","payload":{"type":"task_started","turn_id":"t","started_at":26.0}}',
      { timestamp: 't', type: 'compacted', payload: { message: '', replacement_history_metadata: [{}] } },
      { timestamp: 't', ordinal: -1, type: 'turn_context', payload: { cwd: '/w', model: 'm' } },
    )
    await check(content, [], skips)
    await check(`${JSON.stringify(meta({ cwd: undefined }))}\n`, [], skips)
  })

  // SPEC rule/record/unknown-member
  it('name each unknown member once, where it is first, and count its lines', async () => {
    const odd = (more: object): object => event('agent_message', { message: 'Done.', ...more })
    const part = { type: 'input_text', text: 'x', mood: 1 }
    await checkMessages(
      session(
        odd({ mood: 1 }),
        odd({}),
        odd({ mood: 1, '\u001b[2J': 1 }),
        item('message', { role: 'user', content: [part, part] }),
      ),
      [
        'record/unknown-member 2: A member that no schema knows: "/payload/mood" (in 2 lines, first here).',
        'record/unknown-member 4: A member that no schema knows: "/payload/\\u001b[2J".',
        'record/unknown-member 5: A member that no schema knows: "/payload/content/*/mood".',
      ],
      members,
    )
  })

  it('name a member whose name was changed as what the line lacks', async () => {
    const changed = JSON.stringify(event('agent_message', { message: 'Done.' })).replace(
      '"message":',
      '"massage":',
    )
    await check(session(changed), [], members)
    await checkMessages(
      session(changed),
      [
        'record/codex-skips 2: The event agent_message has a field message that Codex cannot decode. event_msg/agent_message: /payload/message is missing.',
      ],
      skips,
    )
  })

  it('name members line by line when there are too many to count', async () => {
    const lines = Array.from({ length: 700 }, (_, index) =>
      event('context_compacted', { [`x${String(index)}`]: 1 }),
    )
    const { findings } = await checkNothing(session(...lines, event('context_compacted', { x0: 1, x600: 1 })))
    const own = findings.filter(({ rule }) => rule === 'record/unknown-member')
    // Both lines that have the 601st are named; of the first there is one finding with a count.
    expect(own.length).toBe(701)
    expect(own.filter(({ message }) => message.includes('"/payload/x600"')).length).toBe(2)
    expect(own.filter(({ message }) => message.includes('"/payload/x0" (in 2 lines')).length).toBe(1)
  })
})

const metaLength = JSON.stringify(meta()).length + 1

async function checkNothing(content: string) {
  return check(content, [], { rules: /^none$/ })
}

describe.skipIf(sharedFolder() === null)('records of real files', () => {
  it('have no member that no schema knows, none that Codex loses, and nothing that does not fit', async () => {
    const healthy = corpusFiles().filter((path) => !path.includes('defects'))
    expect(healthy.length).toBeGreaterThan(30)
    for (const path of healthy) {
      const { findings } = await reportOf(path)
      const blamed = findings.filter(
        ({ rule, severity }) =>
          /^record\/(unknown-member|codex-skips|shape)$/.test(rule) ||
          (severity !== 'info' && /^(call|turn|message|tokens|compaction)\//.test(rule)),
      )
      expect([basename(path), blamed]).toEqual([basename(path), []])
    }
  })
})
