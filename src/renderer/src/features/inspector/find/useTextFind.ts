import { useEffect, useRef, useState, type RefObject } from 'react'
import { findRanges, revealRange, showFound } from './findRanges'
import type { FindInView } from './useFind'

/**
 * Finds text in an element that scrolls, and again whenever what it shows changes: when a text is unfolded, or more of a
 * line has arrived.
 */
export function useTextFind(host: RefObject<HTMLElement | null>, { query, at, onFound }: FindInView): void {
  const [ranges, setRanges] = useState<readonly Range[]>([])
  const shown = useRef('')
  useEffect(() => {
    const element = host.current
    if (element === null) return
    const search = (): void => {
      const found = findRanges(element, query)
      setRanges(found)
      onFound(found.length)
    }
    search()
    if (query === '') return
    const observer = new MutationObserver(search)
    observer.observe(element, { subtree: true, childList: true, characterData: true })
    return () => {
      observer.disconnect()
    }
  }, [host, query, onFound])
  useEffect(() => {
    const current = ranges[at] ?? null
    showFound(ranges, current)
    // What is on show is scrolled to when somebody asks for it, not when something else arrives.
    const wish = `${query} ${String(at)}`
    if (current !== null && host.current !== null && shown.current !== wish)
      revealRange(current, host.current)
    shown.current = current === null ? '' : wish
    return () => {
      showFound([], null)
    }
  }, [ranges, at, query, host])
}
