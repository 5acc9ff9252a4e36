/**
 * Output file: one new file of an export, hashed as it is written. A failure is kept and everything after it is ignored,
 * so that whoever streams into it asks once, at the end.
 */
import { createHash } from 'node:crypto'
import { err, ok, type AppError, type Result } from '../../shared/result'
import type { ExportDisk } from './exportDisk'
import { attemptWrite } from './writing'

/** A file that is complete and on the disk. */
export interface WrittenFile {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

/** Small pieces are gathered up to this many bytes. */
const gatherBytes = 256 * 1024

export class OutputFile {
  readonly #disk: ExportDisk
  readonly #name: string
  readonly #descriptor: number
  readonly #hash = createHash('sha256')
  readonly #gathered = Buffer.allocUnsafe(gatherBytes)
  #held = 0
  #bytes = 0
  #isOpen = true
  #failure: AppError | null = null

  private constructor(disk: ExportDisk, name: string, descriptor: number) {
    this.#disk = disk
    this.#name = name
    this.#descriptor = descriptor
  }

  /** Makes the file. `name` is what messages and the manifest call it. Whoever makes one finishes or discards it. */
  static create(disk: ExportDisk, path: string, name: string): Result<OutputFile> {
    const created = attemptWrite(name, () => disk.create(path))
    return created.ok ? ok(new OutputFile(disk, name, created.value)) : created
  }

  /** Takes the next bytes. False once something has failed: there is no use in more. */
  write(bytes: Uint8Array): boolean {
    this.#bytes += bytes.length
    this.#hash.update(bytes)
    if (bytes.length >= gatherBytes) {
      this.#flush()
      this.#put(bytes)
    } else {
      if (this.#held + bytes.length > gatherBytes) this.#flush()
      this.#gathered.set(bytes, this.#held)
      this.#held += bytes.length
    }
    return this.#failure === null
  }

  /** False once something has failed. */
  get isFine(): boolean {
    return this.#failure === null
  }

  /** Takes the next text, as UTF-8. */
  writeText(text: string): boolean {
    return this.write(Buffer.from(text, 'utf8'))
  }

  /** Waits until the disk has all of it and closes it. With `modifiedNs` the file says it was last changed then. */
  finish(modifiedNs: string | null = null): Result<WrittenFile> {
    this.#flush()
    this.#try(() => {
      if (modifiedNs !== null) this.#disk.setModified(this.#descriptor, Number(modifiedNs) / 1e9)
      this.#disk.sync(this.#descriptor)
    })
    this.discard()
    if (this.#failure !== null) return err(this.#failure)
    return ok({ name: this.#name, bytes: this.#bytes, sha256: this.#hash.digest('hex') })
  }

  /** Closes it, whatever was written. Only once: its number may be that of somebody else's file by then. */
  discard(): void {
    if (!this.#isOpen) return
    this.#isOpen = false
    this.#try(() => {
      this.#disk.close(this.#descriptor)
    })
  }

  #flush(): void {
    this.#put(this.#gathered.subarray(0, this.#held))
    this.#held = 0
  }

  /** A disk may take less than it is given, and no bytes at all are a failure that it did not report. */
  #put(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length && this.#failure === null;) {
      this.#try(() => {
        const taken = this.#disk.write(this.#descriptor, bytes, at, bytes.length - at)
        if (taken === 0) throw Object.assign(new Error('nothing was written'), { code: 'EIO' })
        at += taken
      })
    }
  }

  #try(action: () => void): void {
    const done = attemptWrite(this.#name, action)
    if (!done.ok) this.#failure ??= done.error
  }
}
