/**
 * Grants: what clients may read, by random ids. A client never names a path; it names an id that this process gave out
 * for a file that a person opened or that lies below a folder they opened. Ids mean nothing in another process.
 */
import { randomBytes } from 'node:crypto'
import { err, ok, type Result } from '../../shared/result'
import type { FileReference } from './content'

/** A readable file. `origin` `copy` means that its bytes came without a path. */
export interface Grant extends FileReference {
  readonly isArchived: boolean
  readonly origin: 'file' | 'copy'
}

export class Grants {
  readonly #byId = new Map<string, Grant>()
  readonly #idByPath = new Map<string, string>()

  /** Grants a file and returns its id: the one it has, unless another file has taken its place since. */
  add(grant: Grant): string {
    const knownId = this.#idByPath.get(grant.path)
    const known = knownId === undefined ? undefined : this.#byId.get(knownId)
    if (knownId !== undefined && known !== undefined && !isReplaced(known, grant)) {
      // A list sees a copy as the file it lies in; that nobody knows where it came from stays true.
      this.#byId.set(knownId, { ...grant, origin: known.origin, expected: grant.expected ?? known.expected })
      return knownId
    }
    const id = randomBytes(12).toString('base64url')
    this.#byId.set(id, grant)
    this.#idByPath.set(grant.path, id)
    return id
  }

  /** The id of the grant for a path, or null when there is none. */
  idOf(path: string): string | null {
    return this.#idByPath.get(path) ?? null
  }

  /** Ties a grant to the file that was found at its path, so that no other file can take its place unnoticed. */
  pin(id: string, found: NonNullable<Grant['expected']>): void {
    const grant = this.#byId.get(id)
    if (grant !== undefined) this.#byId.set(id, { ...grant, expected: found })
  }

  get(id: string): Result<Grant> {
    const grant = this.#byId.get(id)
    return grant === undefined
      ? err({
          code: 'not-granted',
          message: 'This file is not open in Rollscope any more.',
          hint: 'List again, or open the file again.',
        })
      : ok(grant)
  }
}

function isReplaced(known: Grant, next: Grant): boolean {
  if (known.expected === null || next.expected === null) return false
  return known.expected.device !== next.expected.device || known.expected.inode !== next.expected.inode
}
