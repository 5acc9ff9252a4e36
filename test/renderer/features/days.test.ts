import { describe, expect, it } from 'vitest'
import { firstDayOf, newDayAt } from '../../../src/renderer/src/features/lines/days'

const times = [null, '2026-11-19T23:59:00Z', null, '2026-11-20T00:01:00Z', '2026-11-20T00:02:00Z']

function row(lineNumber: number) {
  const timestamp = times[lineNumber - 1]
  return timestamp === undefined ? undefined : { timestamp }
}

describe('days', () => {
  it('marks the first line of each day, over lines without a time', () => {
    expect([1, 2, 3, 4, 5].map((line) => newDayAt(row, line, 'utc'))).toEqual([
      null,
      '2026-11-19',
      null,
      '2026-11-20',
      null,
    ])
  })

  it('marks no line whose predecessors are not here', () => {
    expect(newDayAt((line) => (line === 4 ? row(4) : undefined), 4, 'utc')).toBeNull()
  })

  it('tells the day of the first line that has one', () => {
    expect(firstDayOf(row, 1, 3, 'utc')).toBe('2026-11-19')
    expect(firstDayOf(row, 9, 3, 'utc')).toBeNull()
  })
})
