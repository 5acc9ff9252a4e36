/**
 * Tabs: several tabs of one browser share one explorer, each as a client of its own. A tab says with every call which one
 * it is; it is gone when its stream of events has been gone for longer than a browser takes to connect again.
 */
import type { Explorer } from '../../core/explorer'
import type { ExplorerClient } from '../../core/client'

export interface Tabs {
  /**
   * The client of a tab; a name that was not heard before is a new tab, and all that have none are one. Null for what
   * cannot be a tab's name.
   */
  get(name: unknown): ExplorerClient | null
  /** Counts a stream of a tab; the returned function counts it out. */
  listen(name: string): () => void
  /** Ends all tabs. */
  dispose(): void
}

/** How long a tab may be without its stream. */
export const absenceMs = 30_000
/** More tabs than anybody has open; beyond that the longest silent one goes. */
const mostTabs = 64

interface Tab {
  readonly client: ExplorerClient
  streams: number
  timer: NodeJS.Timeout | null
}

/** Starts without tabs. */
export function createTabs(explorer: Pick<Explorer, 'connect'>): Tabs {
  const tabs = new Map<string, Tab>()

  function leave(name: string, tab: Tab): void {
    if (tab.timer !== null) clearTimeout(tab.timer)
    tabs.delete(name)
    tab.client.leave()
  }

  function waitFor(name: string, tab: Tab): void {
    if (tab.timer !== null) clearTimeout(tab.timer)
    tab.timer = setTimeout(() => {
      leave(name, tab)
    }, absenceMs)
    tab.timer.unref()
  }

  function enter(name: string): Tab {
    const silent = [...tabs].find(([, { streams }]) => streams === 0)
    if (tabs.size >= mostTabs && silent !== undefined) leave(...silent)
    const tab: Tab = { client: explorer.connect(), streams: 0, timer: null }
    tabs.set(name, tab)
    waitFor(name, tab)
    return tab
  }

  function tabOf(name: string): Tab {
    return tabs.get(name) ?? enter(name)
  }

  return {
    get(name = 'nameless') {
      return typeof name === 'string' && /^[\w-]{1,64}$/.test(name) ? tabOf(name).client : null
    },
    listen(name) {
      const tab = tabOf(name)
      tab.streams += 1
      if (tab.timer !== null) clearTimeout(tab.timer)
      return () => {
        tab.streams -= 1
        if (tab.streams === 0 && tabs.get(name) === tab) waitFor(name, tab)
      }
    },
    dispose() {
      for (const [name, tab] of [...tabs]) leave(name, tab)
    },
  }
}
