/** What is wrong is told once, at its cause, and nothing serious is left out for something that is not. */
import { describe, expect, it } from 'vitest'
import { compareSeverity } from '../../../src/shared/validation/severity'
import { causedRules, withoutConsequences } from '../../../src/core/validator/consequences'
import { allRules } from '../../../src/core/validator/ruleCatalogue'
import { check } from './check'
import { call, completed, meta, output, session, started } from './records'

const draft = (
  lineNumber: number,
  byteOffset: number,
): { lineNumber: number; byteOffset: number; byteLength: number; message: string } => ({
  lineNumber,
  byteOffset,
  byteLength: 10,
  message: '',
})

describe('consequences', () => {
  // SPEC check/cause
  it('are never more serious than their cause, and are rules of the catalogue', () => {
    const severities = new Map(allRules.map(({ info }) => [info.id, info.severity]))
    const pairs = causedRules([...severities.keys()])
    expect(pairs.length).toBeGreaterThan(50)
    const worse = pairs.filter(({ cause, rule }) => {
      const [of, what] = [severities.get(cause), severities.get(rule)]
      return of === undefined || what === undefined || compareSeverity(what, of) < 0
    })
    expect(worse).toEqual([])
  })

  it('of lines that are written twice are the ids that come twice', async () => {
    const twice = [call('a'), output('a')]
    await check(
      session(started('t'), ...twice, ...twice, completed('t')),
      [expect.stringMatching(/^line\/repeated 5 /) as string],
      { rules: /^(line|call|time|turn)\// },
    )
  })

  it('of records that a carriage return ends are that nothing names the session', async () => {
    const content = session(started('t'), completed('t')).replaceAll('\n', '\r')
    await check(content, [`line/cr 1 @${String(JSON.stringify(meta()).length)}+1 refuses`])
    const glued = session(started('t'), completed('t')).replace('\n', '')
    await check(glued, [expect.stringMatching(/^line\/glued 1 .* refuses$/) as string])
  })

  it('of a session meta without a time of its own is that it is no record', async () => {
    const { type, payload } = meta() as { readonly type: string; readonly payload: object }
    const line = JSON.stringify({ type, payload })
    await check(`${line}\n`, [`meta/missing 1 @0+${String(line.length + 1)} refuses`])
  })

  it('are told where what they follow from is another line', () => {
    const found = [
      { id: 'line/repeated', drafts: [{ ...draft(5, 100), byteLength: 50 }], count: 1 },
      {
        id: 'call/id-repeated',
        drafts: [draft(2, 90), draft(5, 100), draft(6, 149), draft(7, 150)],
        count: 7,
      },
      { id: 'ordinal/repeated', drafts: [draft(5, 100)], count: 1 },
    ]
    const left = withoutConsequences(found)
    expect(
      left.map(({ id, count, drafts }) => [id, count, drafts.map(({ lineNumber }) => lineNumber)]),
    ).toEqual([
      ['line/repeated', 1, [5]],
      ['call/id-repeated', 5, [2, 7]],
      ['ordinal/repeated', 1, [5]],
    ])
  })
})
