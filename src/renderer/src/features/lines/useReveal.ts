import { useLayoutEffect, useRef } from 'react'
import { useViewer } from '../../state/stores'
import type { ScrolledRows } from '../../ui/useScaledScroll'

/**
 * Brings lines into view when somebody asks for one, each request once. Where only matches are listed, that is the place
 * of the line among them, as soon as it is told; a line that the search has not reached shows the first match.
 */
export function useReveal({ reveal: revealRow }: ScrolledRows, areMatches: boolean): void {
  const reveal = useViewer((state) => state.reveal)
  const place = useViewer((state) => state.matchPlace)
  const done = useRef('')

  useLayoutEffect(() => {
    if (reveal === null) return
    const request = `${String(reveal.seq)} ${areMatches ? 'matches' : 'all'}`
    if (done.current === request) return
    if (!areMatches) revealRow(reveal.lineNumber - 1, reveal.alignment)
    else if (place?.lineNumber !== reveal.lineNumber) return
    else revealRow(place.isKnown ? place.index : 0, reveal.alignment)
    done.current = request
  }, [reveal, place, areMatches, revealRow])
}
