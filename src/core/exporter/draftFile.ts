/**
 * Draft file: one new file while it is written, beside the place it is for. It gets its name when the disk has all of it:
 * never that of something that is there.
 */
import { join } from 'node:path'
import { ok, type Result } from '../../shared/result'
import type { Draft } from './draft'
import { requireFree, type DraftTools, type ExportTarget } from './draftFolder'
import { OutputFile, type WrittenFile } from './outputFile'
import { attemptWrite } from './writing'

export class DraftFile implements Draft {
  readonly #tools: DraftTools
  readonly #target: ExportTarget
  readonly path: string
  /** What is written into it. */
  readonly file: OutputFile

  private constructor(tools: DraftTools, target: ExportTarget, path: string, file: OutputFile) {
    this.#tools = tools
    this.#target = target
    this.path = path
    this.file = file
  }

  /** Makes the draft under a name of `draftNameFor`. Whoever makes one completes or abandons it. */
  static create(tools: DraftTools, target: ExportTarget, draftName: string): Result<DraftFile> {
    const path = join(target.folder, draftName)
    const file = OutputFile.create(tools.disk, path, target.name)
    return file.ok ? ok(new DraftFile(tools, target, path, file.value)) : file
  }

  /** Finishes the file and gives it its name, unless something has that now. */
  complete(): Result<WrittenFile> {
    const written = this.file.finish()
    if (!written.ok) return written
    const named = this.#giveName()
    if (!named.ok) return named
    // Where the name is a second one, the first is that of the draft.
    this.#remove(this.path)
    return written
  }

  abandon(): Result<null> {
    this.file.discard()
    return this.#remove(this.path)
  }

  /** Takes the name away again when the disk may forget it. */
  #giveName(): Result<null> {
    const { disk, fileSystem } = this.#tools
    const { folder, name } = this.#target
    const place = join(folder, name)
    const linked = attemptWrite(name, () => {
      disk.link(this.path, place)
    })
    if (!linked.ok) {
      // A second name is never that of something else. A disk without second names is asked first whether it is free.
      const free = requireFree(fileSystem, this.#target)
      if (!free.ok) return free
      const renamed = attemptWrite(name, () => {
        disk.rename(this.path, place)
      })
      if (!renamed.ok) return renamed
    }
    const synced = attemptWrite(name, () => {
      disk.syncFolder(folder)
    })
    if (synced.ok) return ok(null)
    this.#remove(place)
    return synced
  }

  #remove(path: string): Result<null> {
    const removed = attemptWrite(this.#target.name, () => {
      this.#tools.disk.removeDraft(path)
    })
    return removed.ok ? ok(null) : removed
  }
}
