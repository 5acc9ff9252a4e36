/** Seen lines: remembers in bounded memory which lines went by, and where, so that a line can be compared with them. */

/** Most lines that are remembered: 16 MB. */
export const mostLines = 750_000
const firstSlots = 512
/** What four bytes hold. Lines behind are not remembered. */
const mostLineNumber = 0xffffffff
/** Slots that are looked at for one line. Lines can be made so that all belong into one; these are not remembered. */
const mostProbes = 1024
/** Lines of one key that a line is compared with, which means reading them. */
const mostCompared = 16

/** A line, and where it begins. */
export interface SeenLine {
  readonly lineNumber: number
  readonly byteOffset: number
}

/** A map from keys to lines, kept in arrays of numbers that grow with what they hold. Lines of one key stand side by side. */
export class SeenLines {
  #keys = new Uint32Array(firstSlots)
  #lines = new Uint32Array(firstSlots)
  #offsets = new Float64Array(firstSlots)
  #size = 0
  /** True once a line was not remembered: silence about repeats is no answer any more. */
  isFull = false

  /**
   * Remembers a line under a whole number of 32 bits. Returns the number of the first line of that key that is the same,
   * which `isSame` is asked by its offset; null where there is none.
   */
  add(key: number, line: SeenLine, isSame: (byteOffset: number) => boolean): number | null {
    // A slot with key 0 is free.
    const own = key === 0 ? 1 : key
    const last = this.#keys.length - 1
    const first = slotOf(own)
    let compared = 0
    for (let probe = 0; probe < mostProbes && compared < mostCompared; probe += 1) {
      const at = (first + probe) & last
      const held = this.#keys[at]
      if (held === own) {
        if (isSame(this.#offsets[at] ?? 0)) return this.#lines[at] ?? null
        compared += 1
      }
      if (held !== 0) continue
      this.#put(at, own, line)
      return null
    }
    this.isFull = true
    return null
  }

  #put(at: number, key: number, { lineNumber, byteOffset }: SeenLine): void {
    if (this.#size >= mostLines || lineNumber > mostLineNumber) {
      this.isFull = true
      return
    }
    this.#keys[at] = key
    this.#lines[at] = lineNumber
    this.#offsets[at] = byteOffset
    this.#size += 1
    if (this.#size * 4 > this.#keys.length * 3) this.#grow()
  }

  #grow(): void {
    const [keys, lines, offsets] = [this.#keys, this.#lines, this.#offsets]
    this.#keys = new Uint32Array(keys.length * 2)
    this.#lines = new Uint32Array(keys.length * 2)
    this.#offsets = new Float64Array(keys.length * 2)
    for (let from = 0; from < keys.length; from += 1) {
      const key = keys[from] ?? 0
      if (key === 0) continue
      const at = this.#free(key)
      if (at < 0) {
        this.isFull = true
        continue
      }
      this.#keys[at] = key
      this.#lines[at] = lines[from] ?? 0
      this.#offsets[at] = offsets[from] ?? 0
    }
  }

  /** Returns the free slot where a key belongs; -1 where too many others stand. */
  #free(key: number): number {
    const last = this.#keys.length - 1
    const first = slotOf(key)
    for (let probe = 0; probe < mostProbes; probe += 1) {
      const at = (first + probe) & last
      if (this.#keys[at] === 0) return at
    }
    return -1
  }
}

function slotOf(key: number): number {
  return Math.imul(key, 0x9e3779b1) >>> 7
}
