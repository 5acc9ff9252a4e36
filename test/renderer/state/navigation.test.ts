import { describe, expect, it } from 'vitest'
import { amend, emptyTrail, step, visit } from '../../../src/renderer/src/state/navigation'

const at = (line: number) => ({ fileId: 'a', line })

describe('navigation', () => {
  it('walks back and forward, and forgets what lay ahead after a new visit', () => {
    const there = [at(1), at(2), at(3)].reduce(visit, emptyTrail)
    const back = step(there, -1)
    expect(back?.places[back.at]).toEqual(at(2))
    expect(step(there, 1)).toBeNull()
    const elsewhere = visit(back ?? there, at(9))
    expect([elsewhere.places.map(({ line }) => line), step(elsewhere, 1)]).toEqual([[1, 2, 9], null])
  })

  it('notes where somebody moved without a jump, and no place twice in a row', () => {
    const moved = amend(visit(emptyTrail, at(1)), at(5))
    expect(moved.places).toEqual([at(5)])
    expect(visit(moved, at(5))).toBe(moved)
    expect(amend(moved, { fileId: 'other', line: 1 })).toBe(moved)
  })
})
