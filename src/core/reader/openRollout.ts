/**
 * Open rollout: one file that somebody looks at, in the host's thread: its content, its line index, and the work that
 * goes on for it. One object for as long as the file stays open in the state in which it was opened.
 */
import type { IndexState } from '../../shared/contract/openRollout'
import type { Emit } from '../../shared/contract/events'
import type { CancelFlag } from '../jobs/task'
import type { Content } from '../source/content'
import { LineIndex, type Checkpoint } from './lineIndex'

/** A window or tab that looks at files, and hears what happens to them. */
export interface Viewer {
  readonly hear: Emit
}

/** What other rooms may know of an open file. */
export interface OpenedContent {
  /** Set when the file was seen to grow, so that an open last line is pending rather than torn. */
  readonly isGrowing: boolean
  readonly content: Content
}

export class OpenRollout implements OpenedContent {
  readonly fileId: string
  readonly index = new LineIndex()
  content: Content
  isGrowing = false
  /** Where the last window ended, from which the next one can go on before the index gets there. */
  hint: Checkpoint = { lineNumber: 1, byteOffset: 0 }
  /** The index work that goes on; a second one at the same time would enter everything twice. */
  indexing: Promise<unknown> | null = null
  /** The line that each viewer asked for last. */
  readonly lineReads = new Map<Viewer, CancelFlag>()
  readonly #work = new Set<CancelFlag>()

  constructor(fileId: string, content: Content) {
    this.fileId = fileId
    this.content = content
  }

  /** How far the index has got. */
  get indexState(): IndexState {
    const { lineCount, indexedBytes } = this.index
    const totalBytes = this.content.contentBytes
    return {
      fileId: this.fileId,
      lineCount,
      indexedBytes,
      totalBytes,
      complete: indexedBytes >= totalBytes,
    }
  }

  /** Does some work that ends when the file is closed. */
  async during<T>(cancel: CancelFlag, work: () => Promise<T>): Promise<T> {
    this.#work.add(cancel)
    try {
      return await work()
    } finally {
      this.#work.delete(cancel)
    }
  }

  /** Ends all work that goes on. */
  end(): void {
    for (const flag of this.#work) flag.cancel()
  }
}
