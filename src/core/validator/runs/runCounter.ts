/** Run counter: how far a run over many files has come, in files and in bytes. */
import type { SizedFile } from './checkMany'

/** How far a run has come. Sizes are those that files had when it began. */
export interface RunProgress {
  readonly doneFiles: number
  readonly totalFiles: number
  readonly doneBytes: number
  readonly totalBytes: number
}

/** Counts the files and bytes of a run. */
export class RunCounter {
  readonly #files: readonly SizedFile[]
  readonly #tell: (progress: RunProgress) => void
  readonly #totalBytes: number
  readonly #reading = new Map<number, number>()
  #doneFiles = 0
  #endedBytes = 0

  constructor(files: readonly SizedFile[], tell: (progress: RunProgress) => void) {
    this.#files = files
    this.#tell = tell
    this.#totalBytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  }

  reading(index: number, doneBytes: number): void {
    this.#reading.set(index, Math.min(doneBytes, this.#files[index]?.sizeBytes ?? 0))
    this.#tell(this.now)
  }

  ended(index: number): void {
    this.#reading.delete(index)
    this.#doneFiles += 1
    this.#endedBytes += this.#files[index]?.sizeBytes ?? 0
    this.#tell(this.now)
  }

  get now(): RunProgress {
    const reading = [...this.#reading.values()].reduce((sum, bytes) => sum + bytes, 0)
    return {
      doneFiles: this.#doneFiles,
      totalFiles: this.#files.length,
      doneBytes: this.#endedBytes + reading,
      totalBytes: this.#totalBytes,
    }
  }
}
