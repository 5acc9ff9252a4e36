import { useMemo } from 'react'
import { textPattern } from '../../../../shared/rollout/lineFilter'
import { isFiltering } from '../../state/filterTypes'
import { useViewer } from '../../state/stores'
import { allLines, matchingLines, type ShownLines } from './shownLines'

/** What the list lists now. Drawn anew when rows have arrived. */
export function useShownLines(): ShownLines & { readonly areMatches: boolean } {
  const areMatches = useViewer(isFiltering)
  const lineCount = useViewer((state) => state.index?.lineCount ?? 0)
  const matchCount = useViewer((state) => state.matched?.matched ?? 0)
  const row = useViewer((state) => state.row)
  const matches = useViewer((state) => state.matches)
  useViewer((state) => state.linesVersion)
  return useMemo(() => {
    const shown =
      areMatches && matches !== null ? matchingLines(matchCount, matches.row) : allLines(lineCount, row)
    return { ...shown, areMatches }
  }, [areMatches, matches, matchCount, lineCount, row])
}

/** What is highlighted in rows: the text that is looked for, while the bar is open. */
export function useTextPattern(): RegExp | null {
  const text = useViewer((state) => (state.isFilterOpen ? state.wish.text : ''))
  const caseSensitive = useViewer((state) => state.wish.caseSensitive)
  return useMemo(
    () => (text.trim() === '' ? null : textPattern(text, caseSensitive, 'g')),
    [text, caseSensitive],
  )
}
