import { describe, expect, it } from 'vitest'
import {
  baseName,
  formatBytes,
  formatClock,
  formatCount,
  formatDateTime,
  formatDuration,
  formatNumberOf,
  formatShare,
} from '../../../src/renderer/src/ui/format'

describe('format', () => {
  it('writes counts with separators', () => {
    expect([0, 999, 1_204, 5_000_000_000].map(formatCount)).toEqual(['0', '999', '1,204', '5,000,000,000'])
    expect([formatNumberOf(1, 'line'), formatNumberOf(1_204, 'line')]).toEqual(['1 line', '1,204 lines'])
  })

  it('writes sizes in the unit that fits', () => {
    const sizes = [0, 1, 612, 999, 1_000, 18_340, 999_499, 999_600, 537_000_000, 98_000_000_000]
    expect(sizes.map(formatBytes)).toEqual([
      '0 B',
      '1 B',
      '612 B',
      '999 B',
      '1 KB',
      '18.3 KB',
      '999 KB',
      '1 MB',
      '537 MB',
      '98 GB',
    ])
  })

  it('never says all before it is all, nor none once it has begun', () => {
    expect([
      formatShare(0, 10),
      formatShare(1, 1e9),
      formatShare(41, 100),
      formatShare(999_999, 1e6),
      formatShare(996, 1000),
      formatShare(10, 10),
      formatShare(0, 0),
    ]).toEqual(['0 %', '< 0.1 %', '41 %', '> 99.9 %', '99 %', '100 %', '100 %'])
  })

  it('shows times in UTC and none for what is no time', () => {
    expect(formatDateTime('2026-11-20T07:25:30.123Z', 'utc')).toBe('2026-11-20 07:25')
    expect(formatClock('2026-11-20T07:25:30.123Z', 'utc')).toBe('07:25:30.123')
    expect([formatClock(null, 'utc'), formatDateTime('yesterday', 'utc')]).toEqual([null, null])
  })

  it('writes durations and last parts of paths', () => {
    expect([340.4, 4_200, 130_000].map(formatDuration)).toEqual(['340 ms', '4.2 s', '2 min 10 s'])
    expect(['/a/b/', 'C:\\w\\x', 'name', '/'].map(baseName)).toEqual(['b', 'x', 'name', '/'])
  })
})
