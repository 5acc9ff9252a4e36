/** Session order: row numbers sorted by one key. */

/** Key of a row whose size or time of change nobody knows: it comes last in either direction. */
export const unknownKey = Number.NaN

/** Sorts row numbers by their keys; rows with the same key stay in the order in which they came. */
export function sortedRows(keys: readonly number[], ascending: boolean): Uint32Array {
  const values = Float64Array.from(keys)
  const numbers = new Uint32Array(values.length)
  for (let index = 0; index < numbers.length; index++) numbers[index] = index
  const sign = ascending ? 1 : -1
  return numbers.sort((a, b) => {
    const left = values[a] ?? 0
    const right = values[b] ?? 0
    if (left === right) return a - b
    if (Number.isNaN(left) || Number.isNaN(right)) {
      return Number.isNaN(left) && Number.isNaN(right) ? a - b : Number.isNaN(left) ? 1 : -1
    }
    return left < right ? -sign : sign
  })
}
