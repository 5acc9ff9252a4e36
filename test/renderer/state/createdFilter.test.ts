import { describe, expect, it } from 'vitest'
import {
  createdTest,
  isSameFilter,
  parseEnd,
  quickRanges,
  rangeOf,
  type CreatedFilter,
} from '../../../src/renderer/src/state/createdFilter'

const never = Number.NEGATIVE_INFINITY

function passes(filter: CreatedFilter, time: string | null): boolean {
  const test = createdTest(filter, 'utc')
  return test?.(time === null ? never : Date.parse(time)) ?? true
}

describe('filter by day', () => {
  it('takes both days in as wholes, and leaves an open end open', () => {
    const march = rangeOf('2026-03-01', '2026-03-31')
    expect(
      [
        '2026-02-28T23:59:59.999Z',
        '2026-03-01T00:00:00Z',
        '2026-03-31T23:59:59.999Z',
        '2026-04-01T00:00:00Z',
      ].map((time) => passes(march, time)),
    ).toEqual([false, true, true, false])
    expect(passes(rangeOf(null, '2026-03-01'), '1970-01-01T00:00:00Z')).toBe(true)
    expect(passes(rangeOf('2026-03-01', null), '2999-01-01T00:00:00Z')).toBe(true)
    expect(rangeOf(null, null)).toEqual({ kind: 'any' })
  })

  it('lets a session without a time through no range, but through its own filter', () => {
    expect(passes(rangeOf(null, '2026-03-01'), null)).toBe(false)
    expect(passes({ kind: 'not-recorded' }, null)).toBe(true)
    expect(passes({ kind: 'not-recorded' }, '2026-03-01T00:00:00Z')).toBe(false)
    expect(passes({ kind: 'any' }, null)).toBe(true)
  })

  it('means the days of the zone that is shown', () => {
    const midnight = new Date(2026, 2, 1).getTime()
    const local = createdTest(rangeOf('2026-03-01', '2026-03-01'), 'local')
    expect([midnight - 1, midnight, midnight + 86_399_999].map((ms) => local?.(ms))).toEqual([
      false,
      true,
      true,
    ])
  })

  it('reads days, months and years, and nothing else', () => {
    const read = (text: string): string => {
      const ends = [parseEnd(text, 'from'), parseEnd(text, 'to')]
      return ends.map((end) => (end === null ? 'wrong' : (end.day ?? 'open'))).join(' ')
    }
    expect(read('2026-03-04')).toBe('2026-03-04 2026-03-04')
    expect(read(' 2026-3-4 ')).toBe('2026-03-04 2026-03-04')
    expect(read('2026-02')).toBe('2026-02-01 2026-02-28')
    expect(read('2024-12')).toBe('2024-12-01 2024-12-31')
    expect(read('2026')).toBe('2026-01-01 2026-12-31')
    expect(read('  ')).toBe('open open')
    for (const text of [
      '2026-02-30',
      '2026-13',
      '26-01-01',
      'yesterday',
      '2026-01-01T00:00',
      '0000',
      '9999',
    ]) {
      expect(read(text)).toBe('wrong wrong')
    }
  })

  it('offers ranges that end today', () => {
    const ranges = quickRanges(Date.parse('2026-03-01T12:00:00Z'), 'utc')
    expect(ranges.map(({ filter }) => (filter.kind === 'days' ? filter.from : filter.kind))).toEqual([
      'any',
      '2026-03-01',
      '2026-02-23',
      '2026-01-31',
      '2025-03-02',
      'not-recorded',
    ])
    expect(isSameFilter(rangeOf('2026-03-01', '2026-03-01'), ranges[1]?.filter ?? { kind: 'any' })).toBe(true)
    expect(isSameFilter(rangeOf('2026-03-01', null), ranges[1]?.filter ?? { kind: 'any' })).toBe(false)
  })
})
