import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupByThread, plantThreads, type GroupedRows } from '../../src/shared/session/groupedRows'
import { linkRoles, type SessionLinks } from '../../src/shared/session/links'
import { linkThreads, type ThreadMember } from '../../src/shared/session/threads'

const noLinks: SessionLinks = {
  role: 'thread',
  rolloutId: null,
  threadRootId: null,
  forkedFromId: null,
  parentThreadId: null,
  baseRolloutId: null,
  copiedFromId: null,
}

function member(id: string | null, links: Partial<SessionLinks> = {}): ThreadMember {
  return { id, links: { ...noLinks, rolloutId: id, threadRootId: id, ...links } }
}

/** Who belongs under whom, `-` for nobody and `?` for somebody who is not listed. */
function parentsOf(...rows: readonly ThreadMember[]): string {
  const { parents, orphans } = linkThreads(rows)
  return [...parents]
    .map((parent, row) => (parent >= 0 ? String(parent) : orphans[row] === 1 ? '?' : '-'))
    .join(' ')
}

interface Drawing {
  readonly order?: readonly number[]
  readonly hidden?: readonly number[]
  readonly folded?: readonly number[]
}

function group(parents: readonly number[], { order, hidden = [], folded = [] }: Drawing = {}): GroupedRows {
  const forest = plantThreads(Int32Array.from(parents), Uint32Array.from(order ?? parents.keys()))
  return groupByThread(
    forest,
    Uint8Array.from(parents, (_, row) => (hidden.includes(row) ? 0 : 1)),
    new Set(folded),
  )
}

/** One word a row: its number, indented by dots, in brackets where it does not match, with what is below it. */
function drawn(parents: readonly number[], drawing: Drawing = {}): string {
  const { rows, depths, isContext, below, matchingBelow } = group(parents, drawing)
  return [...rows]
    .map((row, at) => {
      const name = isContext[at] === 1 ? `[${String(row)}]` : String(row)
      const count = below[at] === 0 ? '' : `+${String(matchingBelow[at])}/${String(below[at])}`
      return `${'.'.repeat(depths[at] ?? 0)}${name}${count}`
    })
    .join(' ')
}

describe('links between sessions', () => {
  // SPEC list/threads
  it('puts each kind of file under the one it belongs to', () => {
    const main = member('t')
    expect(parentsOf(main, member('t', { role: 'segment', rolloutId: 'r2', baseRolloutId: 't' }))).toBe('- 0')
    expect(parentsOf(main, member('f', { role: 'fork', forkedFromId: 't', baseRolloutId: 't' }))).toBe('- 0')
    expect(parentsOf(main, member('c', { role: 'copy', copiedFromId: 't' }))).toBe('- 0')
    expect(parentsOf(member('s', { role: 'sub-agent', parentThreadId: 't' }), main)).toBe('1 -')
    expect(parentsOf(main, member('v', { role: 'review', parentThreadId: 't' }))).toBe('- 0')
    expect(parentsOf(main, member('x', { role: 'sub-agent', threadRootId: 't' }))).toBe('- 0')
    expect(parentsOf(main, member('t'))).toBe('- 0')
  })

  it('puts all segments under the first file, and a fork of a segment under that segment', () => {
    expect(
      parentsOf(
        member('t', { role: 'segment', rolloutId: 'r3', baseRolloutId: 'r2' }),
        member('t', { role: 'segment', rolloutId: 'r2', baseRolloutId: 't' }),
        member('t'),
        member('f', { role: 'fork', baseRolloutId: 'r3', forkedFromId: 't' }),
      ),
    ).toBe('2 2 - 0')
  })

  it('takes the earliest segment for the thread where its first file is not listed', () => {
    expect(
      parentsOf(
        member('t', { role: 'segment', rolloutId: 'r3', baseRolloutId: 'r2' }),
        member('t', { role: 'segment', rolloutId: 'r2', baseRolloutId: 't0' }),
      ),
    ).toBe('1 ?')
  })

  it('leaves a file whose parent is not listed where it is, and says so', () => {
    expect(parentsOf(member('f', { role: 'fork', forkedFromId: 'gone' }), member('t'))).toBe('? -')
    expect(parentsOf(member('v', { role: 'review' }), member(null), member(null))).toBe('- - -')
  })

  it('opens circles at their first row', () => {
    const fork = (id: string, from: string): ThreadMember => member(id, { role: 'fork', forkedFromId: from })
    expect(parentsOf(fork('a', 'b'), fork('b', 'a'))).toBe('- 0')
    expect(parentsOf(fork('z', 'b'), fork('b', 'c'), fork('c', 'd'), fork('d', 'b'))).toBe('1 - 3 1')
    expect(parentsOf(fork('a', 'a'))).toBe('-')
  })
})

describe('rows grouped by thread', () => {
  // SPEC list/threads
  it('draws what belongs to a row under it, in the chosen order', () => {
    expect(drawn([-1, 0, 0, 1, -1])).toBe('0+3/3 .1+1/1 ..3 .2 4')
    expect(drawn([-1, 0, 0, 1, -1], { order: [4, 3, 2, 1, 0] })).toBe('4 0+3/3 .2 .1+1/1 ..3')
  })

  it('lets a thread stand where its first matching row would', () => {
    expect(drawn([-1, -1, 1], { order: [2, 0, 1] })).toBe('1+1/1 .2 0')
    expect(drawn([-1, -1, 1], { order: [2, 0, 1], hidden: [2] })).toBe('0 1+0/1')
  })

  it('draws what does not match where something below it does, and counts both', () => {
    expect(drawn([-1, 0, 0, 2], { hidden: [0, 2] })).toBe('[0]+2/3 .1 .[2]+1/1 ..3')
    expect(drawn([-1, 0, 0, 2], { hidden: [2, 3] })).toBe('0+1/3 .1')
  })

  it('folds what is below a row away', () => {
    expect(drawn([-1, 0, 1, -1], { folded: [0] })).toBe('0+2/2 3')
    expect(drawn([-1, 0, 1, -1], { folded: [1], hidden: [0] })).toBe('[0]+2/2 .1+1/1 3')
  })

  it('draws every matching row exactly once, whatever the links say', () => {
    const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', null)
    const row = fc.record({
      id: ids,
      links: fc.record({
        role: fc.constantFrom(...linkRoles),
        rolloutId: ids,
        threadRootId: ids,
        forkedFromId: ids,
        parentThreadId: ids,
        baseRolloutId: ids,
        copiedFromId: ids,
      }),
    })
    fc.assert(
      fc.property(fc.array(fc.tuple(row, fc.boolean(), fc.nat()), { maxLength: 30 }), (input) => {
        const { parents } = linkThreads(input.map(([member]) => member))
        const order = [...input.keys()].toSorted((a, b) => (input[a]?.[2] ?? 0) - (input[b]?.[2] ?? 0))
        const hidden = input.flatMap(([, isHidden], number) => (isHidden ? [number] : []))
        const all = group([...parents], { order })
        expect([...all.rows].toSorted((a, b) => a - b)).toEqual([...input.keys()])
        const { rows, isContext, depths } = group([...parents], { order, hidden })
        const matching = [...rows].filter((_, at) => isContext[at] === 0)
        expect(matching.toSorted((a, b) => a - b)).toEqual(
          [...input.keys()].filter((n) => !hidden.includes(n)),
        )
        expect(new Set(rows).size).toBe(rows.length)
        // A row stands behind the one it belongs to, one level deeper.
        rows.forEach((number, at) => {
          const above = rows.indexOf(parents[number] ?? -1)
          if (parents[number] === -1) expect(depths[at]).toBe(0)
          else expect([above < at && above >= 0, depths[above]]).toEqual([true, (depths[at] ?? 0) - 1])
        })
      }),
      { seed: 16, numRuns: 400 },
    )
  })

  it('walks a chain of a hundred thousand', () => {
    const parents = Array.from({ length: 100_000 }, (_, row) => row - 1)
    expect(group(parents, { order: [...parents.keys()].reverse() }).depths.at(-1)).toBe(99_999)
  })
})
