/**
 * Run rows: the window of a run's rows that is on the screen. One request at a time; while it is on its way the rows that
 * are here stay, so that a table that fills in never shows less than before.
 */
import type { RunRow, RunRows, RunView } from '../../../shared/validation/run'
import type { Result } from '../../../shared/result'

/** Rows read beyond either end of the screen. */
const margin = 40
/** Most rows of one request. */
const mostRows = 500

/** The rows that are wanted; `anew` sorts them again, where rows that came since stand below. */
export interface RowRequest {
  readonly view: RunView
  readonly from: number
  readonly limit: number
  readonly anew: boolean
}

/** Where rows come from, and who hears of others. */
export interface RunRowsOptions {
  readonly read: (request: RowRequest) => Promise<Result<RunRows>>
  /** Hears that rows are others than before. */
  readonly onRows: (rows: Pick<RunRows, 'total' | 'isSorted'>) => void
}

/** Holds the rows around those on the screen, and reads again what may be others by now. */
export class RunRowWindow {
  readonly #options: RunRowsOptions
  #view: RunView
  #rows: ReadonlyMap<number, RunRow> = new Map()
  #wanted = { first: 0, last: margin }
  #isReading = false
  #isStale = true
  #anew = false
  /** Grows with every view; an answer for another one is dropped. */
  #generation = 0

  constructor(view: RunView, options: RunRowsOptions) {
    this.#view = view
    this.#options = options
  }

  /** The row at a position of the view, as far as it is here. */
  at(position: number): RunRow | undefined {
    return this.#rows.get(position)
  }

  /** The position of a file among the rows that are here; -1 where it is not. */
  positionOf(fileId: string): number {
    for (const [position, row] of this.#rows) if (row.fileId === fileId) return position
    return -1
  }

  /** Asks for the rows of the screen, of which some may be here already. */
  want(first: number, last: number): void {
    this.#wanted = { first, last }
    for (let position = first; position <= last; position += 1) {
      if (!this.#rows.has(position)) {
        this.refresh()
        return
      }
    }
  }

  /** Shows another view, from its beginning. */
  show(view: RunView): void {
    this.forget(view)
    this.refresh()
  }

  /** Has no rows any more, and asks for none. */
  forget(view: RunView): void {
    this.#view = view
    this.#generation += 1
    this.#rows = new Map()
    this.#wanted = { first: 0, last: margin }
    this.#isStale = false
  }

  /** Sorts what has come since into the view. */
  sortAnew(): void {
    this.#anew = true
    this.refresh()
  }

  /** Reads the window again, because rows may be others now. */
  refresh(): void {
    this.#isStale = true
    if (!this.#isReading) void this.#read()
  }

  async #read(): Promise<void> {
    this.#isReading = true
    while (this.#isStale) {
      this.#isStale = false
      const mine = this.#generation
      const from = Math.max(0, this.#wanted.first - margin)
      const limit = Math.min(mostRows, this.#wanted.last - from + margin)
      const anew = this.#anew
      this.#anew = false
      const answer = await this.#options.read({ view: this.#view, from, limit, anew })
      if (mine !== this.#generation || !answer.ok) continue
      const { rows, total, isSorted } = answer.value
      this.#rows = new Map(rows.map((row, index) => [from + index, row]))
      this.#options.onRows({ total, isSorted })
    }
    this.#isReading = false
  }
}
