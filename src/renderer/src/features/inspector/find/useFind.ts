import { useCallback, useState } from 'react'

/** What is looked for, and which of the places is on show. */
export interface Find {
  readonly query: string
  /** Index of the place that is on show. */
  readonly at: number
  readonly count: number
}

/** What a view of a line is told of a search, and tells of it. */
export interface FindInView {
  readonly query: string
  readonly at: number
  readonly onFound: (count: number) => void
}

/** The search of the inspector, and what a person can do with it. */
export interface FindControl {
  readonly find: Find
  readonly inView: FindInView
  readonly ask: (query: string) => void
  readonly step: (by: -1 | 1) => void
}

const nothing: Find = { query: '', at: 0, count: 0 }

/** A search in the line on show. It stays while one goes from line to line; closed, it finds nothing and remembers. */
export function useFind(isOpen: boolean): FindControl {
  const [find, setFind] = useState(nothing)
  const onFound = useCallback((count: number) => {
    setFind((known) => withCount(known, count))
  }, [])
  return {
    find,
    inView: { query: isOpen ? find.query : '', at: find.at, onFound },
    ask(query) {
      setFind((known) => ({ ...known, query, at: 0 }))
    },
    step(by) {
      setFind((known) => stepped(known, by))
    },
  }
}

/** The next or previous place; from the last it goes on to the first. */
export function stepped(find: Find, by: -1 | 1): Find {
  return find.count === 0 ? find : { ...find, at: (find.at + by + find.count) % find.count }
}

/** The same search with another number of places. */
export function withCount(find: Find, count: number): Find {
  if (find.count === count) return find
  return { ...find, count, at: find.at < count ? find.at : 0 }
}
