/**
 * Draft folder: where an export is built, beside the place it is for and under a name that says what it is. It gets its
 * real name when everything in it is on the disk, and goes away as a whole when anything fails.
 */
import { join } from 'node:path'
import { manifestName } from '../../shared/export/exportFormat'
import { err, ok, type Result } from '../../shared/result'
import { attempt } from '../platform/attempt'
import type { FileSystem } from '../platform/fileSystem'
import type { Draft } from './draft'
import type { ExportDisk } from './exportDisk'
import { manifestLine } from './manifest'
import { OutputFile, type WrittenFile } from './outputFile'
import { attemptWrite } from './writing'

/** Where a new folder goes: an existing folder, and the name that it will have there. */
export interface ExportTarget {
  readonly folder: string
  readonly name: string
}

/** How a draft writes, and looks at what stands where it wants to be. */
export interface DraftTools {
  readonly disk: ExportDisk
  readonly fileSystem: FileSystem
}

export class DraftFolder implements Draft {
  readonly #tools: DraftTools
  readonly #target: ExportTarget
  readonly #path: string
  readonly #folders = new Set<string>()
  readonly #manifest: OutputFile
  #files = 0

  private constructor(tools: DraftTools, target: ExportTarget, path: string, manifest: OutputFile) {
    this.#tools = tools
    this.#target = target
    this.#path = path
    this.#manifest = manifest
  }

  /** Makes the draft under a name of `draftNameFor`. Whoever makes one completes or abandons it. */
  static create(tools: DraftTools, target: ExportTarget, draftName: string): Result<DraftFolder> {
    const path = join(target.folder, draftName)
    const made = attemptWrite(target.name, () => {
      tools.disk.makeFolder(path)
    })
    if (!made.ok) return made
    const manifest = OutputFile.create(tools.disk, join(path, manifestName), manifestName)
    if (manifest.ok) return ok(new DraftFolder(tools, target, path, manifest.value))
    attemptWrite(target.name, () => {
      tools.disk.removeDraft(path)
    })
    return manifest
  }

  get path(): string {
    return this.#path
  }

  /** How many files it holds, without its manifest. */
  get fileCount(): number {
    return this.#files
  }

  /** Makes a file by its name with `/`, which `OutputNames` made. */
  create(name: string): Result<OutputFile> {
    const parts = name.split('/')
    for (let depth = 1; depth < parts.length; depth += 1) {
      const made = this.#makeFolder(parts.slice(0, depth))
      if (!made.ok) return made
    }
    return OutputFile.create(this.#tools.disk, join(this.#path, ...parts), name)
  }

  /** Enters a finished file into the manifest. */
  list(file: WrittenFile): void {
    this.#files += 1
    this.#manifest.writeText(manifestLine(file))
  }

  /** Gives the draft its name, unless something stands there now. Returns the hash of the manifest. */
  complete(): Result<{ readonly manifestSha256: string }> {
    const manifest = this.#manifest.finish()
    if (!manifest.ok) return manifest
    const { disk } = this.#tools
    const final = join(this.#target.folder, this.#target.name)
    const synced = attemptWrite(this.#target.name, () => {
      for (const folder of [...this.#folders].reverse()) disk.syncFolder(folder)
      disk.syncFolder(this.#path)
    })
    if (!synced.ok) return synced
    const free = requireFree(this.#tools.fileSystem, this.#target)
    if (!free.ok) return free
    const renamed = attemptWrite(this.#target.name, () => {
      disk.rename(this.#path, final)
    })
    if (!renamed.ok) return renamed
    const named = attemptWrite(this.#target.name, () => {
      disk.syncFolder(this.#target.folder)
    })
    if (!named.ok) {
      // A name that the disk may forget is no export: it becomes a draft again, which is then abandoned.
      attemptWrite(this.#target.name, () => {
        disk.rename(final, this.#path)
      })
      return named
    }
    return ok({ manifestSha256: manifest.value.sha256 })
  }

  abandon(): Result<null> {
    this.#manifest.discard()
    const removed = attemptWrite(this.#path, () => {
      this.#tools.disk.removeDraft(this.#path)
    })
    return removed.ok ? ok(null) : removed
  }

  #makeFolder(parts: readonly string[]): Result<null> {
    const path = join(this.#path, ...parts)
    if (this.#folders.has(path)) return ok(null)
    const made = attemptWrite(parts.join('/'), () => {
      this.#tools.disk.makeFolder(path)
    })
    if (!made.ok) return made
    this.#folders.add(path)
    return ok(null)
  }
}

/** Answers `exists` when something stands where an export is to be, whatever it is. */
export function requireFree(fileSystem: FileSystem, { folder, name }: ExportTarget): Result<null> {
  const looked = attempt(name, () => fileSystem.lookAt(join(folder, name)))
  if (!looked.ok) return looked.error.code === 'not-found' ? ok(null) : looked
  return err({
    code: 'exists',
    message: `${name} exists already, and an export replaces nothing.`,
    file: name,
    hint: 'Choose another name.',
  })
}
