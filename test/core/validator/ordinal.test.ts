import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineOrdinal } from '../../../src/core/validator/sequence/lineOrdinal'
import { ordinalOf } from '../../../src/shared/rollout/codexNumbers'
import type { JsonObject } from '../../../src/shared/rollout/rolloutLine'
import { metaLine, rollout, uuid } from '../support/tempHome'
import { check, checkMessages } from './check'

const rules = /^ordinal\//
const mode = { history_mode: 'paginated' }

/** A record whose ordinal is written as it is said; without one where nothing is said. */
function record(
  ordinal: number | string | null,
  payload: unknown = { type: 'token_count', info: null },
): string {
  const member = ordinal === null ? '' : `"ordinal":${String(ordinal)},`
  return `{"timestamp":"2026-03-04T05:06:08.000Z",${member}"type":"event_msg","payload":${JSON.stringify(payload)}}`
}

/** A session meta with an ordinal. */
function header(ordinal: number | string | null, more: Readonly<Record<string, unknown>> = mode): string {
  const line = metaLine(uuid(1), more)
  return ordinal === null ? line : line.replace('"type"', `"ordinal":${String(ordinal)},"type"`)
}

function paginated(...ordinals: readonly (number | string | null)[]): string {
  return rollout(header(0), ...ordinals.map((ordinal) => record(ordinal)))
}

function messages(content: string, expected: readonly string[]): Promise<unknown> {
  return checkMessages(content, expected, { rules })
}

const item = {
  type: 'item_completed',
  thread_id: uuid(1),
  turn_id: 't',
  item: { type: 'AgentMessage', id: 'a', content: [] },
}

describe('rules about ordinals', () => {
  it('say nothing of a file whose ordinals go on one by one', async () => {
    await messages(paginated(1, 2, 3, 4), [])
    await messages(rollout(header(0).replace(/"ordinal"/, '"ordinal" '), `  ${record(1)}`, '', record(2)), [])
  })

  // SPEC rule/ordinal/gap
  it('name the numbers that are missing, where no damaged line explains them', async () => {
    await messages(paginated(1, 3), [
      'ordinal/gap 3: The line has ordinal 3, and ordinal 2 is missing before it.',
    ])
    const far = rollout(header(0), record(1), record(12), record(13))
    const at = Buffer.byteLength(rollout(header(0), record(1)))
    await check(far, [`ordinal/gap 3 @${String(at)}+${String(record(12).length + 1)} reads`], { rules })
    await messages(rollout(header(0), record(1), '{"broken":', record(3)), [])
    await messages(rollout(header(0), record(1), '{"broken":', record(4)), [
      'ordinal/gap 4: The line has ordinal 4, and the 2 ordinals from 2 to 3 are missing before it.',
    ])
    await messages(rollout(header(0), record(1) + record(2), record(3)), [])
    await messages(rollout(header(0), record(1), `${'\0'.repeat(640)}`, record(9)), [])
  })

  // SPEC rule/ordinal/repeated
  it('name a number that two records have', async () => {
    const lines = [header(0), record(1), record(1, item), record(3)]
    const at = Buffer.byteLength(rollout(...lines.slice(0, 2)))
    const length = Buffer.byteLength(lines[2] ?? '') + 1
    await check(rollout(...lines), [`ordinal/repeated 3 @${String(at)}+${String(length)} misreads`], {
      rules,
    })
    await messages(paginated(1, 2, 3, 1, 5), [
      'ordinal/repeated 5: The line has ordinal 1, which was given before; the record before it has 3.',
    ])
    await messages(paginated(1, 3, 3, 4), [
      'ordinal/repeated 3: The line has ordinal 3, and so has the next one, while 2 is missing.',
    ])
    await messages(paginated(1, 2, 3, 1, 2, 3, 4, 5), [
      'ordinal/repeated 5: The line has ordinal 1, which was given before; the record before it has 3.',
    ])
  })

  // SPEC rule/ordinal/reused
  it('explain a number that was given again because Codex cannot decode what had it', async () => {
    const unknown = record(2).replace('event_msg', 'quantum_state')
    await check(
      rollout(header(0), record(1), unknown, record(2), record(3)),
      [
        `ordinal/reused 4 @${String(Buffer.byteLength(rollout(header(0), record(1), unknown)))}+${String(record(2).length + 1)} reads`,
      ],
      { rules },
    )
    const later = unknown.replace('"ordinal":2', '"ordinal":3')
    await messages(rollout(header(0), record(1), unknown, later, record(2), record(3)), [
      'ordinal/reused 5: The line has ordinal 2 again: Codex cannot decode the record before it, and gave its number once more.',
    ])
    const half = record(2, { type: 'agent_message', message: 'X' }).replace('X', '\\ud800')
    await messages(rollout(header(0), record(1), half, record(2), record(3)), [
      'ordinal/reused 4: The line has ordinal 2 again: Codex cannot decode the record before it, and gave its number once more.',
    ])
    await messages(
      rollout(header(0), record(1), '{"timestamp":"2026-03-04T05:06:08.000Z","ordinal":2,"ty', record(2)),
      [],
    )
  })

  // SPEC rule/ordinal/backwards
  it('name what is out of order once', async () => {
    await messages(paginated(1, 3, 2, 4), [
      'ordinal/backwards 3: Lines 3 and 4 have ordinals 3 and 2: they are exchanged.',
    ])
    await messages(paginated(1, 57, 3, 4), [
      'ordinal/backwards 3: The line has ordinal 57 where 2 belongs; the lines after it go on from there.',
    ])
    await messages(paginated(2, 3, 4, 1, 5), [
      'ordinal/backwards 5: The line has ordinal 1 and stands after 4.',
    ])
    await messages(rollout(header(7), record(1), record(2)), [
      'ordinal/backwards 1: The line has ordinal 7 where 0 belongs; the lines after it go on from there.',
    ])
  })

  // SPEC rule/ordinal/missing
  it('name records without an ordinal, the last one with what Codex says', async () => {
    await check(
      rollout(header(0), record(null, item), record(2)),
      [
        `ordinal/missing 2 @${String(header(0).length + 1)}+${String(record(null, item).length + 1)} misreads`,
      ],
      { rules },
    )
    await messages(paginated(1, null, null, 4), [
      'ordinal/missing 3: 2 records from here on have no ordinal.',
    ])
    const open = paginated(1, null)
    const at = open.length - record(null).length - 1
    await check(open, [`ordinal/missing 3 @${String(at)}+${String(record(null).length + 1)} refuses`], {
      rules,
    })
    await messages(rollout(header(null), record(null), record(null)), [
      'ordinal/missing 1: The file is paginated, and no record has an ordinal.',
    ])
    await messages(rollout(metaLine(uuid(1)), record(null)), [])
  })

  // SPEC rule/ordinal/not-from-base
  it('name a start at another number than the base says', async () => {
    await check(
      rollout(header(5), record(6)),
      [`ordinal/not-from-base 1 @0+${String(header(5).length + 1)} reads`],
      { rules },
    )
    const base = {
      ...mode,
      history_base: { thread_id: uuid(2), end_ordinal_exclusive: 22, end_byte_offset: 9 },
    }
    await messages(rollout(header(22, base), record(23)), [])
    await messages(rollout(header(0, base), record(1)), [
      'ordinal/not-from-base 1: The first ordinal is 0, and the file goes on from a base that ends before 22.',
    ])
    await messages(rollout(header(25, base), record(26)), [
      'ordinal/not-from-base 1: The first ordinal is 25, where 22 is expected.',
    ])
  })

  // SPEC rule/ordinal/not-integer
  it('name ordinals that Codex cannot decode, as they are written', async () => {
    await messages(paginated(1, '2.0', 3), [
      'ordinal/not-integer 3: The ordinal is written as "2.0", which is no whole number that Codex can hold.',
    ])
    await messages(paginated(1, '"2"', '-1', '1e1', 5), [
      'ordinal/not-integer 3: The ordinal is written as "2", a text, which is no whole number that Codex can hold.',
      'ordinal/not-integer 4: The ordinal is written as "-1", which is no whole number that Codex can hold.',
      'ordinal/not-integer 5: The ordinal is written as "1e1", which is no whole number that Codex can hold.',
    ])
    const legacy = rollout(metaLine(uuid(1)), record('"2"'))
    const at = metaLine(uuid(1)).length + 1
    const length = String(record('"2"').length + 1)
    await check(
      legacy,
      [
        `ordinal/in-legacy 2 @${String(at)}+${length} reads`,
        `ordinal/not-integer 2 @${String(at)}+${length} -`,
      ].reverse(),
      { rules },
    )
  })

  // SPEC rule/ordinal/too-large
  it('keep numbers beyond 2^53 exact', async () => {
    const end = paginated(1, '18446744073709551615')
    const at = String(end.length - record('18446744073709551615').length - 1)
    await check(
      end,
      [`ordinal/too-large 3 @${at}+${String(record('18446744073709551615').length + 1)} refuses`],
      { rules },
    )
    await messages(paginated(1, '9007199254740993', '9007199254740994', '9007199254740996', 5), [
      'ordinal/too-large 3: The ordinal 9007199254740993 is larger than any that a file can have counted to.',
      'ordinal/too-large 5: The ordinal 9007199254740996 is larger than any that a file can have counted to.',
    ])
    await messages(paginated(1, '18446744073709551616', 3), [
      'ordinal/not-integer 3: The ordinal is written as "18446744073709551616", which is no whole number that Codex can hold.',
    ])
  })

  // SPEC rule/ordinal/in-legacy
  it('name ordinals in a legacy file once, and do not judge them', async () => {
    await messages(rollout(metaLine(uuid(1)), record(3), record(1), record(1)), [
      'ordinal/in-legacy 2: 3 records have an ordinal, and the session meta says that the file is of the legacy mode.',
    ])
  })

  it('leave nothing out of a file of nothing but gaps', async () => {
    const report = await checkMessages(
      paginated(...Array.from({ length: 3000 }, (_, index) => index * 3 + 2)),
      [],
      { rules: /^none$/ },
    )
    expect(report.counts.error).toBe(3000)
  })
})

describe('lineOrdinal', () => {
  it('agrees with what is written, wherever it stands', () => {
    const number = fc.oneof(
      fc.bigInt({ min: 0n, max: 2n ** 64n }).map(String),
      fc.integer({ min: -3, max: 300 }).map(String),
      fc.constantFrom('1.0', '1e2', '-0', '"3"', 'null', '[]'),
    )
    fc.assert(
      fc.property(number, fc.boolean(), (written, isUsual) => {
        const text = isUsual ? record(written) : `{ "type":"event_msg", "ordinal" : ${written} }`
        const value = JSON.parse(text) as JsonObject
        const exact = ordinalOf(text, value['ordinal'])
        const found = lineOrdinal(value, text)
        expect(typeof found === 'string' ? null : BigInt(found)).toEqual(exact)
        if (typeof found === 'number') expect(Number.isSafeInteger(found)).toBe(true)
      }),
      { seed: 4, numRuns: 500 },
    )
  })
})
