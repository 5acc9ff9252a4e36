/** Strip fold: draws a whole file as a row of cells while its lines go by. */
import { isDamagedLine } from '../../shared/rollout/damagedLine'
import { recordKindOf } from '../../shared/rollout/lineSummary'
import { stripKinds, type Strip, type StripKind } from '../../shared/rollout/strip'
import { severities, type Severity } from '../../shared/validation/severity'
import type { ScannedLine } from '../scanner/scanLines'

const stripCells = 1024

/** Fills the strip: each cell shows the kind that has most of its bytes, damage first. */
export class StripFold {
  readonly #totalBytes: number
  readonly #cells: number
  readonly #kinds: Uint8Array
  readonly #weights: Float64Array
  readonly #marks: Uint8Array

  constructor(totalBytes: number) {
    this.#totalBytes = totalBytes
    this.#cells = Math.min(stripCells, Math.max(1, totalBytes))
    this.#kinds = new Uint8Array(this.#cells).fill(stripKinds.indexOf('unread'))
    this.#weights = new Float64Array(this.#cells)
    this.#marks = new Uint8Array(this.#cells)
  }

  add(line: ScannedLine, value: unknown): void {
    const kind = stripKindOf(line, value)
    const index = stripKinds.indexOf(kind)
    const end = line.byteOffset + line.byteLength
    const cellBytes = this.#totalBytes / this.#cells
    for (let cell = this.#cellOf(line.byteOffset); cell < this.#cells && cell * cellBytes < end; cell += 1) {
      const from = Math.max(line.byteOffset, cell * cellBytes)
      const weight = kind === 'damage' ? Infinity : Math.min(end, (cell + 1) * cellBytes) - from
      if (weight <= (this.#weights[cell] ?? 0)) continue
      this.#weights[cell] = weight
      this.#kinds[cell] = index
    }
  }

  mark(byteOffset: number, severity: Severity): void {
    const cell = this.#cellOf(byteOffset)
    const mark = severities.indexOf(severity) + 1
    const held = this.#marks[cell] ?? 0
    if (held === 0 || mark < held) this.#marks[cell] = mark
  }

  #cellOf(byteOffset: number): number {
    if (this.#totalBytes === 0) return 0
    return Math.min(this.#cells - 1, Math.floor((byteOffset / this.#totalBytes) * this.#cells))
  }

  result(): Strip {
    return { totalBytes: this.#totalBytes, kinds: [...this.#kinds], marks: [...this.#marks] }
  }
}

function stripKindOf(line: ScannedLine, value: unknown): StripKind {
  const kind = recordKindOf(value)
  if (isDamagedLine(line.status, kind)) return 'damage'
  return line.status === 'blank' ? 'blank' : kind
}
