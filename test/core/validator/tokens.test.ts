import { describe, expect, it } from 'vitest'
import { check, checkMessages } from './check'
import { event, meta, session, started } from './records'

const tokens = { rules: /^tokens\// }

/** A usage of `answers` answers of 1,201 and 45 tokens each. */
function usage(
  answers: number,
  more: Readonly<Record<string, number>> = {},
): Readonly<Record<string, number>> {
  return {
    input_tokens: 1201 * answers,
    cached_input_tokens: 800 * answers,
    output_tokens: 45 * answers,
    reasoning_output_tokens: 10 * answers,
    total_tokens: 1246 * answers,
    ...more,
  }
}

function counted(total: object, last: object = usage(1)): object {
  return event('token_count', {
    info: { total_token_usage: total, last_token_usage: last, model_context_window: 258400 },
  })
}

function recorded(answers: number, ofTurn: number, turnId = 'a'): object {
  const payload = {
    turn_id: turnId,
    response_id: `r${String(answers)}`,
    usage: usage(1),
    turn_token_usage: usage(ofTurn),
    thread_token_usage: usage(answers),
  }
  return { timestamp: 't', type: 'token_usage_record', payload }
}

const estimate = {
  input_tokens: 0,
  cached_input_tokens: 0,
  output_tokens: 0,
  reasoning_output_tokens: 0,
  total_tokens: 6872,
}

describe('rules about tokens', () => {
  it('say nothing of counts as Codex writes them', async () => {
    const content = session(
      event('token_count', { info: null }),
      recorded(1, 1),
      counted(usage(1)),
      counted(usage(1)),
      recorded(2, 2),
      counted(usage(2)),
      { timestamp: 't', type: 'compacted', payload: { message: '' } },
      counted(usage(2), estimate),
      started('b'),
      recorded(3, 1, 'b'),
      counted(usage(3)),
    )
    await check(content, [], tokens)
  })

  // SPEC rule/tokens/sum
  it('name the line in which a count was changed, once', async () => {
    await checkMessages(
      session(
        counted(usage(1)),
        counted(usage(2, { total_tokens: 2592 })),
        counted(usage(3, { input_tokens: 3613, total_tokens: 3748 })),
        counted(usage(4)),
        counted(usage(5), usage(1, { cached_input_tokens: 1202, output_tokens: 45 })),
        counted(usage(5), usage(1, { input_tokens: 1200, total_tokens: 1245 })),
        counted(usage(6), usage(1)),
      ),
      [
        'tokens/sum 3: 2,402 input and 90 output tokens are not 2,592 in total.',
        'tokens/sum 4: Input_tokens are 3,613 in total, and 2,402 before and 1,201 for the last answer.',
        'tokens/sum 6: 1,202 cached tokens are more than 1,201 input tokens.',
        'tokens/sum 7: The total is repeated, and the input_tokens of its last answer are 1,200 and were 1,201.',
      ],
      tokens,
    )
  })

  it('compare the records of one answer with each other', async () => {
    const other = { cached_input_tokens: 801 }
    await checkMessages(
      session(recorded(1, 1), counted(usage(1, other), usage(1, other)), recorded(2, 3), recorded(3, 1, 'b')),
      [
        'tokens/sum 3: Cached_input_tokens are 801 in total, and 800 in line 2, about the same answer.',
        'tokens/sum 4: Of the turn, input_tokens are 3,603 in total, and 1,201 before and 1,201 for the last answer.',
      ],
      tokens,
    )
  })

  it('notice every digit that is changed', async () => {
    const lines = session(
      recorded(1, 1),
      counted(usage(1)),
      recorded(2, 2),
      counted(usage(2)),
      recorded(3, 3),
      counted(usage(3)),
    )
    const places = [...lines.matchAll(/_tokens":\d+/g)].flatMap(({ 0: text, index }) =>
      Array.from(
        { length: text.length - '_tokens":'.length },
        (_, digit) => index + '_tokens":'.length + digit,
      ),
    )
    expect(places.length).toBeGreaterThan(200)
    const unnoticed: number[] = []
    // Every 7th of them: the rest is alike.
    for (const place of places.filter((_, index) => index % 7 === 0)) {
      const digit = lines[place] === '7' ? '3' : '7'
      const report = await check(lines.slice(0, place) + digit + lines.slice(place + 1), [], {
        rules: /^none$/,
      })
      if (!report.findings.some(({ rule }) => rule.startsWith('tokens/'))) unnoticed.push(place)
    }
    expect(unnoticed).toEqual([])
  })

  it('compare nothing across a line that cannot be read, and nothing with a negative count', async () => {
    await check(session(counted(usage(1)), '{"timest', counted(usage(3))), [], tokens)
    await check(
      session(counted(usage(1)), counted(usage(2, { input_tokens: -1 })), counted(usage(3))),
      [],
      tokens,
    )
  })

  it('let a compaction use tokens of its own, and no more than that', async () => {
    const compacted = { timestamp: 't', type: 'compacted', payload: { message: '' } }
    await check(session(counted(usage(1)), compacted, counted(usage(3)), counted(usage(4))), [], tokens)
    await check(
      session(counted(usage(1)), compacted, counted(usage(2)), counted(usage(4))),
      ['tokens/sum 5 @1088+405 -'],
      tokens,
    )
  })

  // SPEC rule/tokens/down, rule/tokens/restarted
  it('tell a total that goes down from one that begins anew', async () => {
    await checkMessages(
      session(counted(usage(3)), counted(usage(2)), counted(usage(3)), counted(usage(1))),
      [
        'tokens/down 3: The total is 2,492 tokens, where it was 3,738 tokens.',
        'tokens/restarted 5: The total begins anew with 1,246 tokens, where it was 3,738 tokens.',
      ],
      tokens,
    )
  })

  // SPEC rule/tokens/copied
  it('say once that totals hold those of another session', async () => {
    const other = meta({ id: '019cb740-7b18-7000-8000-000000000002' })
    await checkMessages(
      session(other, counted(usage(1)), counted(usage(2))),
      [
        'tokens/copied 3: The totals from here on stand behind a header of the session "019cb740-7b18-7000-8000-000000000002", and may be its.',
      ],
      tokens,
    )
    const fork = meta({
      history_mode: 'paginated',
      history_base: { thread_id: '019cb740-7b18-7000-8000-000000000002', end_ordinal_exclusive: 9 },
    })
    await checkMessages(
      `${JSON.stringify(fork)}\n${JSON.stringify(counted(usage(5)))}\n${JSON.stringify(counted(usage(6)))}\n`,
      ['tokens/copied 2: Of the 6,230 tokens in total, 1,246 are of this file and the rest of its base.'],
      tokens,
    )
  })

  it('take whatever stands in the place of a count', async () => {
    const odd = [null, 5, 'x', [], {}, { input_tokens: 'x' }, { total_tokens: 1e300 }, { input_tokens: 1.5 }]
    const lines = odd.flatMap((value) => [
      counted(value as object, value as object),
      { timestamp: 't', type: 'token_usage_record', payload: { usage: value, thread_token_usage: value } },
    ])
    await check(session(...lines), [], tokens)
  })
})
