import { useViewer } from '../../state/stores'
import { fractionOf } from './stripModel'

/** Where the selected line and the lines on the screen lie on the strip; null for what is not in memory. */
export interface StripPosition {
  readonly selected: number | null
  readonly from: number | null
  readonly to: number | null
}

/** Follows the selection and the view of lines. Fractions of the strip's width, rounded to a tenth of a per cent. */
export function useStripPosition(totalBytes: number): StripPosition {
  const selected = useViewer((state) => {
    if (state.selectedLine === null) return null
    const row = state.row(state.selectedLine)
    if (row !== undefined) return rounded(row.byteOffset, totalBytes)
    const { detail } = state
    const isSame = detail.status === 'ready' && detail.lineNumber === state.selectedLine
    return isSame ? rounded(detail.windows[0].row.byteOffset, totalBytes) : null
  })
  const from = useViewer((state) => {
    const row = state.row(state.viewport.first)
    return row === undefined ? null : rounded(row.byteOffset, totalBytes)
  })
  const to = useViewer((state) => {
    const row = state.row(Math.min(state.viewport.last, state.index?.lineCount ?? 1))
    return row === undefined ? null : rounded(row.byteOffset + row.byteLength, totalBytes)
  })
  return { selected, from, to }
}

function rounded(byteOffset: number, totalBytes: number): number {
  return Math.round(fractionOf(byteOffset, totalBytes) * 1000) / 1000
}
