/** Facet column: the values of one facet as numbers, so that a hundred thousand rows are compared without comparing text. */
import type { FacetValue } from './facets'

/** A column by row number. `codes` may be longer than the rows; read only as far as there are rows. */
export interface FacetColumn {
  readonly values: readonly FacetValue[]
  readonly codes: () => Uint32Array
  /** Sets the value of a row; rows come in order, or are there already. */
  readonly set: (row: number, value: FacetValue) => void
  /** 1 for the code of every value that is one of these. Values that no row has are left out. */
  readonly accepted: (wanted: ReadonlySet<FacetValue>) => Uint8Array
}

/** Makes an empty column. */
export function createFacetColumn(): FacetColumn {
  const values: FacetValue[] = []
  // Null is a key of its own here: nothing that a file says can be mistaken for what it does not say.
  const known = new Map<FacetValue, number>()
  let codes = new Uint32Array(1024)

  function codeOf(value: FacetValue): number {
    const code = known.get(value)
    if (code !== undefined) return code
    known.set(value, values.length)
    return values.push(value) - 1
  }

  return {
    values,
    codes: () => codes,
    set(row, value) {
      if (row >= codes.length) {
        const longer = new Uint32Array(codes.length * 2)
        longer.set(codes)
        codes = longer
      }
      codes[row] = codeOf(value)
    },
    accepted: (wanted) => Uint8Array.from(values, (value) => (wanted.has(value) ? 1 : 0)),
  }
}
