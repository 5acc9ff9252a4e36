import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineTimeMs } from '../../../src/core/validator/sequence/lineTime'

describe('lineTimeMs', () => {
  it('reads every time in the form that Codex writes', () => {
    const time = fc.date({
      min: new Date('0000-01-01'),
      max: new Date('9999-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(time, (date) => {
        expect(lineTimeMs(date.toISOString())).toBe(date.getTime())
      }),
      { seed: 4, numRuns: 2000 },
    )
  })

  it('reads every offset and any number of digits behind the second', () => {
    const time = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    const offset = fc.integer({ min: -1439, max: 1439 })
    fc.assert(
      fc.property(time, offset, fc.integer({ min: 0, max: 6 }), (date, minutes, digits) => {
        const seconds = Math.floor(date.getTime() / 1000) * 1000
        const local = new Date(seconds + minutes * 60_000).toISOString().slice(0, 19)
        const [hour, minute] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((part) =>
          String(part).padStart(2, '0'),
        )
        const fraction = digits === 0 ? '' : `.${'0'.repeat(digits)}`
        const text = `${local}${fraction}${minutes < 0 ? '-' : '+'}${hour ?? ''}:${minute ?? ''}`
        expect([text, lineTimeMs(text)]).toEqual([text, seconds])
      }),
      { seed: 4, numRuns: 1000 },
    )
  })

  it('takes days and hours that do not exist for no time', () => {
    for (const text of [
      '2026-02-29T00:00:00.000Z',
      '2026-02-30T00:00:00.000Z',
      '2026-04-31T00:00:00.000Z',
      '2026-00-10T00:00:00.000Z',
      '2026-13-01T00:00:00.000Z',
      '2026-01-00T00:00:00.000Z',
      '2026-01-32T00:00:00.000Z',
      '2026-01-01T25:00:00.000Z',
      '2026-01-01T00:60:00.000Z',
      '2026-01-01T00:00:61.000Z',
      '2100-02-29T00:00:00.000Z',
      '2026-02-30T00:00:00+02:00',
    ]) {
      expect([text, lineTimeMs(text)]).toEqual([text, null])
    }
    expect(lineTimeMs('2028-02-29T00:00:00.000Z')).toBe(Date.UTC(2028, 1, 29))
  })

  it('takes every other text for no time', () => {
    for (const text of [
      '',
      'soon',
      '2026-03-04',
      '2026-03-04T05:06:07',
      '20260304T050607Z',
      '1772600767000',
      ' 2026-03-04T05:06:07.000Z',
      '2026-03-04T05:06:07.000z ',
      '2026-03-04T05:06:07.00xZ',
      '2026/03/04T05:06:07.000Z',
      '+02026-03-04T05:06:07.0Z',
      '２026-03-04T05:06:07.000Z',
    ]) {
      expect([text, lineTimeMs(text)]).toEqual([text, null])
    }
  })

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ maxLength: 40 }), fc.string({ minLength: 24, maxLength: 24, unit: 'binary' })),
        (text) => {
          const ms = lineTimeMs(text)
          expect(ms === null || Number.isFinite(ms)).toBe(true)
        },
      ),
      { seed: 4, numRuns: 2000 },
    )
  })
})
