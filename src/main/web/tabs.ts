/**
 * Tabs: several tabs of one browser share one explorer. A tab that leaves a file must not take it from another tab
 * that may be reading it, and calls do not say which tab they come from; so while there are several, files stay open.
 */
import type { Handlers } from '../../shared/contract/dispatch'
import { ok } from '../../shared/result'

export interface Tabs {
  /** The explorer's handlers, with closing held back while more than one tab listens. */
  readonly handlers: Handlers
  /** Counts a tab that listens; the returned function counts it out. */
  enter(): () => void
}

/** Starts without tabs. What was held back is closed when the last tab has gone; held files cost a few kilobytes. */
export function createTabs(handlers: Handlers): Tabs {
  const heldBack = new Set<string>()
  let count = 0
  return {
    handlers: {
      ...handlers,
      'rollout:close'(request) {
        if (count < 2) return handlers['rollout:close'](request)
        heldBack.add(request.fileId)
        return Promise.resolve(ok({}))
      },
    },
    enter() {
      count += 1
      return () => {
        count -= 1
        if (count > 0) return
        for (const fileId of heldBack) void handlers['rollout:close']({ fileId })
        heldBack.clear()
      }
    },
  }
}
