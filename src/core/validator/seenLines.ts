/** Seen lines: remembers in bounded memory which lines went by, by a number that tells each from all others. */

/** Most lines that are remembered: 24 MB. */
export const mostLines = 1_000_000
const firstSlots = 512
/** What four bytes hold. Lines behind are not remembered. */
const mostLineNumber = 0xffffffff
/** Slots that are looked at for one line. Lines can be made so that all belong into one; these are not remembered. */
const mostProbes = 64

/** A map from hashes to line numbers, kept in two arrays of numbers that grow with what they hold. */
export class SeenLines {
  #hashes = new Float64Array(firstSlots)
  #lines = new Uint32Array(firstSlots)
  #size = 0
  /** True once a line was not remembered: silence about repeats is no answer any more. */
  isFull = false

  /** Remembers a line under a whole number, which must not be 0. Returns the line that was there before, or null. */
  add(hash: number, lineNumber: number): number | null {
    const at = this.#find(hash)
    if (at >= 0 && this.#hashes[at] === hash) return this.#lines[at] ?? null
    if (at < 0 || this.#size >= mostLines || lineNumber > mostLineNumber) {
      this.isFull = true
      return null
    }
    this.#hashes[at] = hash
    this.#lines[at] = lineNumber
    this.#size += 1
    if (this.#size * 2 > this.#hashes.length) this.#grow()
    return null
  }

  /** Returns the slot of a hash, or the free one where it belongs; -1 where too many others stand. */
  #find(hash: number): number {
    const last = this.#hashes.length - 1
    const first = Math.imul((hash / 0x200000) ^ hash, 0x9e3779b1) >>> 7
    for (let probe = 0; probe < mostProbes; probe += 1) {
      const at = (first + probe) & last
      const held = this.#hashes[at]
      if (held === 0 || held === hash) return at
    }
    return -1
  }

  #grow(): void {
    const [hashes, lines] = [this.#hashes, this.#lines]
    this.#hashes = new Float64Array(hashes.length * 2)
    this.#lines = new Uint32Array(hashes.length * 2)
    for (let from = 0; from < hashes.length; from += 1) {
      const hash = hashes[from] ?? 0
      if (hash === 0) continue
      const at = this.#find(hash)
      if (at < 0) {
        this.isFull = true
        continue
      }
      this.#hashes[at] = hash
      this.#lines[at] = lines[from] ?? 0
    }
  }
}
