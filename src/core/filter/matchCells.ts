/** Match cells: which of the equal byte ranges of a file hold a match, for marks on the strip. */
import { matchCellCount } from '../../shared/rollout/lineFilter'

export class MatchCells {
  readonly #totalBytes: number
  readonly #cells = new Uint8Array(matchCellCount)

  constructor(totalBytes: number) {
    this.#totalBytes = totalBytes
  }

  add(byteOffsets: Float64Array): void {
    for (const byteOffset of byteOffsets) {
      const cell = Math.floor((byteOffset / Math.max(1, this.#totalBytes)) * matchCellCount)
      this.#cells[Math.min(matchCellCount - 1, cell)] = 1
    }
  }

  /** The numbers of the cells with a match, ascending. */
  marked(): number[] {
    return [...this.#cells.keys()].filter((cell) => this.#cells[cell] === 1)
  }
}
