import { describe, expect, it } from 'vitest'
import { RunOrder } from '../../../src/core/validator/runs/runOrder'
import type { RunRow, RunView } from '../../../src/shared/validation/run'

function row(index: number, more: Partial<RunRow> = {}): RunRow {
  return {
    index,
    fileId: `f${String(index)}`,
    path: `p${String(index)}`,
    name: null,
    nameTime: null,
    isArchived: false,
    sizeBytes: 10,
    verdict: 'not-checked',
    counts: { error: 0, warning: 0, info: 0 },
    lineCount: null,
    session: null,
    place: null,
    problem: null,
    ...more,
  }
}

const damaged = (index: number, error: number): RunRow =>
  row(index, { verdict: 'damaged', counts: { error, warning: 0, info: 0 } })
const byErrors: RunView = { sort: 'errors', ascending: false, verdicts: [] }
const onlyDamaged: RunView = { sort: 'errors', ascending: false, verdicts: ['damaged'] }

// SPEC runs/window
describe('the order of a view', () => {
  it('puts what is not known yet last, whichever way it is sorted', () => {
    const rows = [row(0), damaged(1, 1), row(2), damaged(3, 5)]
    const order = new RunOrder()
    expect(order.of(rows, byErrors, { ended: 2, anew: false })).toEqual({
      order: [3, 1, 0, 2],
      isSorted: true,
    })
    const ascending = { ...byErrors, ascending: true }
    expect(order.of(rows, ascending, { ended: 2, anew: false }).order).toEqual([1, 3, 0, 2])
  })

  it('stays as it is while rows fill in, and sorts them in when it is asked for anew', () => {
    const rows = [row(0), damaged(1, 1), row(2), damaged(3, 5)]
    const order = new RunOrder()
    order.of(rows, byErrors, { ended: 2, anew: false })
    rows[2] = damaged(2, 9)
    expect(order.of(rows, byErrors, { ended: 3, anew: false })).toEqual({
      order: [3, 1, 0, 2],
      isSorted: false,
    })
    expect(order.of(rows, byErrors, { ended: 3, anew: true })).toEqual({
      order: [2, 3, 1, 0],
      isSorted: true,
    })
  })

  it('puts rows that come to match a filter below those that stand there', () => {
    const rows = [row(0), damaged(1, 1), row(2), damaged(3, 5)]
    const order = new RunOrder()
    expect(order.of(rows, onlyDamaged, { ended: 2, anew: false }).order).toEqual([3, 1])
    rows[0] = damaged(0, 7)
    expect(order.of(rows, onlyDamaged, { ended: 3, anew: false })).toEqual({
      order: [3, 1, 0],
      isSorted: false,
    })
  })

  it('lets rows go that do not match any more', () => {
    const rows = [row(0), row(1)]
    const order = new RunOrder()
    const waiting: RunView = { sort: 'size', ascending: true, verdicts: ['not-checked'] }
    expect(order.of(rows, waiting, { ended: 0, anew: false }).order).toEqual([0, 1])
    rows[0] = damaged(0, 1)
    expect(order.of(rows, waiting, { ended: 1, anew: false }).order).toEqual([1])
  })

  it('keeps equal rows in the order of the run', () => {
    const rows = [3, 1, 2].map((_, index) => damaged(index, 4))
    expect(new RunOrder().of(rows, byErrors, { ended: 3, anew: false }).order).toEqual([0, 1, 2])
  })
})
