/** Shown lines: what the list of lines lists, all of them or those that match, under one address: the index of a row. */
import type { LineRow } from '../../../../shared/rollout/lineRow'

export interface ShownLines {
  readonly count: number
  /** The row at an index (0-based), or undefined while it is not here. */
  readonly rowAt: (index: number) => LineRow | undefined
  /** The line at an index; null while it is not known. */
  readonly lineAt: (index: number) => number | null
  /** How many lines are hidden right above the row at an index. */
  readonly hiddenAbove: (index: number) => number
  /** The index of a line that is listed and drawn, or null. */
  readonly indexOf: (lineNumber: number, first: number, count: number) => number | null
}

type RowOf = (number: number) => LineRow | undefined

/** Every line. */
export function allLines(count: number, row: RowOf): ShownLines {
  return {
    count,
    rowAt: (index) => row(index + 1),
    lineAt: (index) => index + 1,
    hiddenAbove: () => 0,
    indexOf: (lineNumber, first, drawn) =>
      lineNumber > first && lineNumber <= first + drawn ? lineNumber - 1 : null,
  }
}

/** Only matches; `row` takes the number of a match, from 1. */
export function matchingLines(count: number, row: RowOf): ShownLines {
  const lineAt = (index: number): number | null => row(index + 1)?.lineNumber ?? null
  return {
    count,
    rowAt: (index) => row(index + 1),
    lineAt,
    hiddenAbove(index) {
      const here = lineAt(index)
      const above = index === 0 ? 0 : lineAt(index - 1)
      return here === null || above === null ? 0 : here - above - 1
    },
    indexOf(lineNumber, first, drawn) {
      for (let index = first; index < first + drawn; index += 1)
        if (lineAt(index) === lineNumber) return index
      return null
    },
  }
}
