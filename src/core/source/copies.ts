/**
 * Copies: bytes that came without a path, because a browser never tells where a dropped file lies. They are kept in the
 * data folder for as long as this process lives, under names of our own: the given name is only ever shown.
 */
import { randomBytes } from 'node:crypto'
import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { err, ok, type Result } from '../../shared/result'
import { isSystemError } from '../platform/attempt'
import { processFolderName, removeLeftBehind } from '../platform/leftBehind'
import { removeOwn, toOwnError } from '../platform/ownFolder'

export class Copies {
  readonly #folder: string

  constructor(dataFolder: string) {
    this.#folder = join(dataFolder, 'copies', processFolderName())
    removeLeftBehind(join(dataFolder, 'copies'))
  }

  /** Writes the bytes to a new file of mode 0600 and returns its path. What arrived of a broken stream is removed. */
  async receive(name: string, bytes: AsyncIterable<Uint8Array>): Promise<Result<string>> {
    const suffix = name.endsWith('.zst') ? '.jsonl.zst' : '.jsonl'
    const path = join(this.#folder, `${randomBytes(12).toString('hex')}${suffix}`)
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 })
      await pipeline(Readable.from(bytes), createWriteStream(path, { flags: 'wx', mode: 0o600 }))
      return ok(path)
    } catch (error) {
      removeOwn(path)
      if (!isSystemError(error)) throw error
      return err(toOwnError(error))
    }
  }

  /** Removes all copies of this process. */
  dispose(): void {
    removeOwn(this.#folder)
  }
}
