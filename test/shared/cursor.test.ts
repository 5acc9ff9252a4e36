import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeCursor, encodeCursor } from '../../src/shared/session/cursor'

describe('cursor', () => {
  it('comes back as it was, whatever stands in a path', () => {
    const position = fc.record({
      sort: fc.constantFrom('created' as const, 'updated' as const, 'size' as const),
      ascending: fc.boolean(),
      key: fc.string(),
      id: fc.string(),
      path: fc.string(),
      source: fc.nat(),
    })
    fc.assert(
      fc.property(position, (value) => {
        const token = encodeCursor(value)
        expect(token).toMatch(/^[0-9a-fx]+$/)
        expect(decodeCursor(token)).toEqual({ ok: true, value })
      }),
      { numRuns: 200, seed: 20261128 },
    )
  })

  it('never throws for a token of somebody else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.json().map(encodeURIComponent)), (token) => {
        expect(decodeCursor(token).ok).toBe(false)
      }),
      { numRuns: 300, seed: 20261129 },
    )
  })
})
