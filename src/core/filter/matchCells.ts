/** Match cells: which of the equal byte ranges of a file hold a match, for marks on the strip. */

/** As many as the strip has at most. */
const mostCells = 1024

export class MatchCells {
  readonly #totalBytes: number
  readonly #cells = new Uint8Array(mostCells)

  constructor(totalBytes: number) {
    this.#totalBytes = totalBytes
  }

  add(byteOffsets: Float64Array): void {
    for (const byteOffset of byteOffsets) {
      const cell = Math.floor((byteOffset / Math.max(1, this.#totalBytes)) * mostCells)
      this.#cells[Math.min(mostCells - 1, cell)] = 1
    }
  }

  /** The numbers of the cells with a match, ascending; 1024 cells make the whole. */
  marked(): number[] {
    return [...this.#cells.keys()].filter((cell) => this.#cells[cell] === 1)
  }
}
