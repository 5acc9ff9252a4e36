/**
 * Openings: a host may tell of the same opening twice, once as the answer to the page's own request and once as
 * the event that it sends for every opening. Each is shown once, whichever of the two comes first.
 */
import type { OpenedFiles } from '../../../shared/contract/openedFiles'

/** How long after an answer its event may still come. */
const lateMs = 5_000

export interface Openings {
  /** Runs a request of the page's own. `isShown` is true when an event has told its answer already. */
  readonly ask: <T>(
    request: () => Promise<T>,
    openedOf: (answer: T) => OpenedFiles | null,
  ) => Promise<{ readonly answer: T; readonly isShown: boolean }>
  /** Takes an event; false when it repeats the answer to a request of the page's own. */
  readonly isNew: (opened: OpenedFiles) => boolean
}

/** Keeps the books on openings. `now` is a clock in milliseconds. */
export function createOpenings(now: () => number = Date.now): Openings {
  let underWay = 0
  const told = new Set<string>()
  const answered = new Map<string, number>()
  return {
    async ask(request, openedOf) {
      underWay += 1
      try {
        const answer = await request()
        const opened = openedOf(answer)
        if (opened === null) return { answer, isShown: false }
        const key = keyOf(opened)
        const isShown = told.delete(key)
        if (!isShown) answered.set(key, now())
        return { answer, isShown }
      } finally {
        underWay -= 1
        if (underWay === 0) told.clear()
      }
    },
    isNew(opened) {
      const key = keyOf(opened)
      const answeredAt = answered.get(key)
      answered.delete(key)
      if (answeredAt !== undefined && now() - answeredAt < lateMs) return false
      if (underWay > 0) told.add(key)
      return true
    },
  }
}

/** The problems are left out: an answer may know of more of them than the event. */
function keyOf({ rootId, fileIds }: OpenedFiles): string {
  return [rootId, ...fileIds].join('\n')
}
