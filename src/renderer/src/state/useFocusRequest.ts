import { useEffect, type RefObject } from 'react'
import { useWindow } from './stores'
import type { FocusRequest } from './windowStore'

/** Gives an element the focus whenever its place is asked for. */
export function useFocusRequest(place: FocusRequest['place'], element: RefObject<HTMLElement | null>): void {
  const request = useWindow((state) => state.focus)
  useEffect(() => {
    if (request.place !== place || request.seq === 0) return
    element.current?.focus()
    if (element.current instanceof HTMLInputElement) element.current.select()
  }, [request, place, element])
}
