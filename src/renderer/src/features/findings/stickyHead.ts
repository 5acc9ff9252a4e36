/** The head that stays at the top of the screen: the last one at or above the first row there; null above all heads. */
export function stickyHead(heads: readonly number[], firstRow: number): number | null {
  let [low, high] = [0, heads.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((heads[middle] ?? 0) <= firstRow) low = middle + 1
    else high = middle
  }
  return heads[low - 1] ?? null
}
