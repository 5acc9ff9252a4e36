/** Open names: the member names of the objects that are open at one point of a JSON text, to find those that repeat. */

const quote = 0x22
const backslash = 0x5c
/** Objects with more members are looked up in a set; most have a handful, which are compared one by one. */
const fewNames = 32

/** Names that the lists may keep from one text to the next. */
const heldNames = 4096

/**
 * Follows the containers of a JSON text, which must be valid, and then of the next one: what it counts by is made once.
 * Memory is bounded by the members of open objects.
 */
export class OpenNames {
  #text = ''
  /** Where the first name of each open object stands in the lists below; -1 for an array. */
  readonly #firsts: number[] = []
  readonly #sets: (Set<string> | null)[] = []
  #hashes: number[] = []
  #starts: number[] = []
  #count = 0
  #depth = 0
  #repeats: number[] | null = null
  /** Most containers within containers so far. */
  deepest = 0

  /** Begins with a text. An empty one lets the last go. */
  begin(text: string): void {
    this.#text = text
    this.#count = 0
    this.#depth = 0
    this.#repeats = null
    this.deepest = 0
    if (this.#firsts.length > heldNames) {
      this.#firsts.length = 0
      this.#sets.length = 0
    }
    if (this.#hashes.length <= heldNames) return
    this.#hashes = []
    this.#starts = []
  }

  /** Where repeated names begin, at most `keptRepeats`. */
  get repeats(): readonly number[] {
    return this.#repeats ?? noRepeats
  }

  get isInObject(): boolean {
    return this.#depth > 0 && (this.#firsts[this.#depth - 1] ?? -1) >= 0
  }

  open(isObject: boolean): void {
    this.#firsts[this.#depth] = isObject ? this.#count : -1
    this.#sets[this.#depth] ??= null
    this.#depth += 1
    if (this.#depth > this.deepest) this.deepest = this.#depth
  }

  close(): void {
    this.#depth -= 1
    const first = this.#firsts[this.#depth] ?? -1
    if (first < 0) return
    this.#count = first
    this.#sets[this.#depth] = null
  }

  /** Takes the name whose opening quote stands at an index. Returns the index behind its closing quote. */
  add(start: number): number {
    let hash = 0
    let at = start + 1
    let code = this.#text.charCodeAt(at)
    while (code !== quote && code !== backslash) {
      hash = (Math.imul(hash, 31) + code) | 0
      at += 1
      code = this.#text.charCodeAt(at)
    }
    if (code === backslash) return this.#addEscaped(start)
    this.#note(start, hash)
    return at + 1
  }

  #addEscaped(start: number): number {
    const name = nameAt(this.#text, start)
    let hash = 0
    for (let at = 0; at < name.length; at += 1) hash = (Math.imul(hash, 31) + name.charCodeAt(at)) | 0
    this.#note(start, hash)
    return stringEnd(this.#text, start)
  }

  #note(start: number, hash: number): void {
    const first = this.#firsts[this.#depth - 1] ?? 0
    const isRepeat =
      this.#count - first < fewNames ? this.#isAmongFew(start, hash, first) : this.#isInSet(start, first)
    if (isRepeat) {
      this.#repeats ??= []
      if (this.#repeats.length < keptRepeats) this.#repeats.push(start)
      return
    }
    this.#hashes[this.#count] = hash
    this.#starts[this.#count] = start
    this.#count += 1
  }

  #isAmongFew(start: number, hash: number, first: number): boolean {
    for (let index = first; index < this.#count; index += 1) {
      if (this.#hashes[index] !== hash) continue
      if (nameAt(this.#text, this.#starts[index] ?? 0) === nameAt(this.#text, start)) return true
    }
    return false
  }

  #isInSet(start: number, first: number): boolean {
    const names = (this.#sets[this.#depth - 1] ??= new Set(
      this.#starts.slice(first, this.#count).map((at) => nameAt(this.#text, at)),
    ))
    const name = nameAt(this.#text, start)
    if (names.has(name)) return true
    names.add(name)
    return false
  }
}

/** Most repeated names that are kept for one text. */
export const keptRepeats = 1000
const noRepeats: readonly number[] = []

/** Returns the index behind the closing quote of the string that opens at an index of a valid JSON text. */
export function stringEnd(text: string, start: number): number {
  let at = text.indexOf('"', start + 1)
  while (at >= 0 && text.charCodeAt(at - 1) === backslash && isEscaped(text, at))
    at = text.indexOf('"', at + 1)
  return at < 0 ? text.length : at + 1
}

/** True when an odd number of backslashes stands before an index. */
function isEscaped(text: string, at: number): boolean {
  let slashes = 0
  while (text.charCodeAt(at - 1 - slashes) === backslash) slashes += 1
  return slashes % 2 === 1
}

/** Returns the decoded name that opens at an index of a valid JSON text. */
export function nameAt(text: string, start: number): string {
  const quoted = text.slice(start, stringEnd(text, start))
  return quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1)
}
