import { useEffect, type RefObject } from 'react'
import { useStores, useWindow } from './stores'
import type { FocusRequest } from './windowStore'

/**
 * Gives an element the focus whenever its place is asked for. A request that was made before the element was
 * there is met when it appears, and each request once only: what appears later does not take the focus.
 */
export function useFocusRequest(place: FocusRequest['place'], element: RefObject<HTMLElement | null>): void {
  const { window } = useStores()
  const request = useWindow((state) => state.focus)
  useEffect(() => {
    if (element.current === null || !window.getState().takeFocus(place)) return
    element.current.focus()
    if (element.current instanceof HTMLInputElement) element.current.select()
  }, [request, place, element, window])
}
