/** Seen ids: remembers in bounded memory which ids went by, for rules that look for repeats in files of any size. */

/** Most ids that are remembered: 32 MB. Whoever asks for more is told that the answer is not complete. */
export const mostIds = 2_000_000
const firstSlots = 256
/** What a set has before its first id: many sets of a check stay empty. */
const noSlots = new Float64Array(1)
/** Slots that are looked at for one id. Ids can be made so that all belong into one; these are not remembered. */
const mostProbes = 1024

/** A set of texts, kept as 53-bit hashes in one array of numbers. Two texts are taken for one about once in 10^15 pairs. */
export class SeenIds {
  #slots = noSlots
  #size = 0
  /** True once an id was not remembered: silence about repeats is no answer any more. */
  isFull = false

  /** Remembers an id. Returns true when it was there before. */
  add(id: string): boolean {
    if (this.#slots === noSlots) this.#slots = new Float64Array(firstSlots)
    const hash = hash53(id)
    const at = this.#find(hash)
    if (at >= 0 && this.#slots[at] === hash) return true
    if (at < 0 || this.#size >= mostIds) {
      this.isFull = true
      return false
    }
    this.#slots[at] = hash
    this.#size += 1
    if (this.#size * 2 > this.#slots.length) this.#grow()
    return false
  }

  has(id: string): boolean {
    const hash = hash53(id)
    const at = this.#find(hash)
    return at >= 0 && this.#slots[at] === hash
  }

  /** Returns the slot of a hash, or the free one where it belongs; -1 where too many others stand. */
  #find(hash: number): number {
    const last = this.#slots.length - 1
    const first = hash % this.#slots.length
    for (let probe = 0; probe < mostProbes; probe += 1) {
      const at = (first + probe) & last
      const held = this.#slots[at]
      if (held === 0 || held === hash) return at
    }
    return -1
  }

  #grow(): void {
    const old = this.#slots
    this.#slots = new Float64Array(old.length * 2)
    for (const hash of old) {
      if (hash === 0) continue
      const at = this.#find(hash)
      if (at < 0) this.isFull = true
      else this.#slots[at] = hash
    }
  }
}

/** Returns a hash of a text with 53 bits, never 0: two rounds of FNV-1a with different beginnings. */
export function hash53(text: string): number {
  let a = 0x811c9dc5
  let b = 0x2a5c9d13
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ code, 0x0100019d)
    b ^= b >>> 13
  }
  return (a >>> 0) * 0x200000 + (b >>> 11) + 1
}
