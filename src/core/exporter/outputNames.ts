/**
 * Output names: what a file is called inside of an export. A name from disk is hostile: what comes out of here is a path
 * of plain parts with `/` that stays inside of its folder on every system, and that no other file has, upper and lower
 * case and forms of Unicode being the same.
 */
import { createHash } from 'node:crypto'
import { manifestName, recordName } from '../../shared/export/exportFormat'
import { reservedNames, unreadableCharacters } from '../../shared/export/folderName'

/** Longest part of a path in UTF-8: 255 is what file systems take, and a number and an ending may be added. */
const partBytes = 200

const notPlain = new RegExp(`[\\\\/<>:"|?*]|${unreadableCharacters.source}`, 'gu')

/** The endings of a rollout's name, which an export in another form replaces. */
const rolloutEnding = /(\.jsonl)?(\.zst)?$/i

/** The name of a file inside of an export, relative to its folder, with `/` between its parts. */
export interface OutputName {
  readonly name: string
  /** True when the file could not keep its own name. */
  readonly isRenamed: boolean
}

export class OutputNames {
  readonly #files = new Set<string>([keyOf(manifestName), keyOf(recordName)])
  readonly #folders = new Set<string>()

  /**
   * Returns a name for a file that is shown as `path`. `ending` replaces the rollout's own; null keeps it. The second
   * file of a name becomes `name~2`, the third `name~3`.
   */
  add(path: string, ending: string | null): OutputName {
    const parts = path.split('/').filter((part) => part !== '' && part !== '.')
    const plain = parts.map(toPlainPart)
    const last = plain.pop() ?? 'unnamed'
    const isPlain = [...plain, last].join('/') === path
    const kept = rolloutEnding.exec(last)?.[0] ?? ''
    const stem = last.slice(0, last.length - kept.length)
    const folder = this.#folder(plain)
    const prefix = folder === '' ? '' : `${folder}/`
    const taken = (name: string): boolean => this.#files.has(keyOf(name)) || this.#folders.has(keyOf(name))
    const { name, isNumbered } = firstFree((mark) => `${prefix}${stem}${mark}${ending ?? kept}`, taken)
    this.#files.add(keyOf(name))
    return { name, isRenamed: !isPlain || isNumbered || folder !== plain.join('/') }
  }

  /** Folders may be shared, but none can have the name of a file. */
  #folder(parts: readonly string[]): string {
    let path = ''
    for (const part of parts) {
      const prefix = path === '' ? '' : `${path}/`
      path = firstFree(
        (mark) => `${prefix}${part}${mark}`,
        (name) => this.#files.has(keyOf(name)),
      ).name
      this.#folders.add(keyOf(path))
    }
    return path
  }
}

function firstFree(
  nameWith: (mark: string) => string,
  isTaken: (name: string) => boolean,
): { readonly name: string; readonly isNumbered: boolean } {
  for (let number = 1; ; number += 1) {
    const name = nameWith(number === 1 ? '' : `~${String(number)}`)
    if (!isTaken(name)) return { name, isNumbered: number > 1 }
  }
}

/** Names that some systems take for one another have one key: there, `ſ` is an `S`, too. */
function keyOf(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC')
}

/** Makes one part of a path harmless. What had to go is replaced by `_`, so that something stands in its place. */
function toPlainPart(part: string): string {
  const readable = part.replace(notPlain, '_').replace(/^ +|[ .]+$/g, (blanks) => '_'.repeat(blanks.length))
  const plain = reservedNames.test(readable) ? `_${readable}` : readable
  return Buffer.byteLength(plain) <= partBytes ? plain : shortened(plain)
}

/** Keeps the beginning and the ending of a long name, and a piece of its hash to tell it from others like it. */
function shortened(part: string): string {
  const ending = (rolloutEnding.exec(part)?.[0] ?? '').slice(0, 10)
  const mark = `~${createHash('sha256').update(part).digest('hex').slice(0, 8)}`
  let start = ''
  for (const character of part) {
    if (Buffer.byteLength(start + character + mark + ending) > partBytes) break
    start += character
  }
  return `${start}${mark}${ending}`
}
