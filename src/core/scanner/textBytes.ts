/** Facts about bytes as text: white space, NUL runs, and where UTF-8 breaks. */
import { isUtf8 } from 'node:buffer'

/** The byte that ends a line. */
export const lineFeed = 0x0a
/** The byte that a lost block of a disk reads as. */
export const nul = 0x00

/** White space as Codex trims it from a line: tab, LF, VT, FF, CR and space. */
export function isWhiteSpace(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d)
}

/** True when every byte from `start` to `end` is white space. */
export function isAllWhiteSpace(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (!isWhiteSpace(bytes[at] ?? 0)) return false
  return true
}

/** Where UTF-8 breaks: the first byte of the bad sequence and its length. `cut` means that more bytes could mend it. */
export interface Utf8Fault {
  readonly at: number
  readonly length: number
  readonly cut: boolean
}

/** Number of bytes a lead byte asks for, 0 when it cannot start a character (RFC 3629). */
function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1
  if (lead >= 0xc2 && lead <= 0xdf) return 2
  if (lead >= 0xe0 && lead <= 0xef) return 3
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
}

/** Bounds of the second byte, which exclude overlong forms, surrogates and values above U+10FFFF (RFC 3629). */
function secondByteFits(lead: number, second: number): boolean {
  if (lead === 0xe0) return second >= 0xa0 && second <= 0xbf
  if (lead === 0xed) return second >= 0x80 && second <= 0x9f
  if (lead === 0xf0) return second >= 0x90 && second <= 0xbf
  if (lead === 0xf4) return second >= 0x80 && second <= 0x8f
  return second >= 0x80 && second <= 0xbf
}

/**
 * Returns the first place from `start` to `end` that is not UTF-8, or null. The length of a fault is the longest
 * run that no decoder can use, at least 1, following the replacement practice of the Unicode Standard (table 3-8).
 */
export function findUtf8Fault(bytes: Uint8Array, start: number, end: number): Utf8Fault | null {
  return isUtf8(bytes.subarray(start, end)) ? null : locateFault(bytes, start, end)
}

function locateFault(bytes: Uint8Array, start: number, end: number): Utf8Fault | null {
  let at = start
  while (at < end) {
    const lead = bytes[at] ?? 0
    const length = sequenceLength(lead)
    if (length === 0) return { at, length: 1, cut: false }
    let good = 1
    while (good < length && at + good < end) {
      const next = bytes[at + good] ?? 0
      const fits = good === 1 ? secondByteFits(lead, next) : next >= 0x80 && next <= 0xbf
      if (!fits) return { at, length: good, cut: false }
      good += 1
    }
    if (good < length) return { at, length: good, cut: true }
    at += length
  }
  return null
}

/**
 * Validates UTF-8 that arrives in pieces. `push` takes the next piece; `end` says that no more comes.
 * Offsets are counted from the first byte pushed. Only the first fault is kept.
 */
export class Utf8Check {
  #seen = 0
  #carry: Uint8Array = new Uint8Array(0)
  fault: Utf8Fault | null = null

  push(bytes: Uint8Array, start: number, end: number): void {
    if (this.fault !== null) return
    const joined = this.#carry.length === 0 ? null : concat(this.#carry, bytes.subarray(start, end))
    const from = joined === null ? start : 0
    const piece = joined ?? bytes
    const to = joined === null ? end : joined.length
    const base = this.#seen - this.#carry.length
    const fault = findUtf8Fault(piece, from, to)
    this.#carry = new Uint8Array(0)
    // A copy: `slice` of a buffer would see what is read over it next.
    if (fault?.cut === true) this.#carry = Uint8Array.from(piece.subarray(fault.at, to))
    else if (fault !== null) this.fault = { ...fault, at: base + fault.at - from }
    this.#seen += end - start
  }

  end(): void {
    if (this.fault !== null || this.#carry.length === 0) return
    this.fault = { at: this.#seen - this.#carry.length, length: this.#carry.length, cut: true }
  }
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  const joined = new Uint8Array(a.length + b.length)
  joined.set(a)
  joined.set(b, a.length)
  return joined
}

/**
 * Decodes bytes for display: UTF-8 as text, every byte that is not UTF-8 as `\xNN`, so that no byte is lost.
 * The text is hostile: it may hold control and bidi characters, which the one who shows it makes visible.
 */
export function toDisplayText(bytes: Buffer, start = 0, end = bytes.length): string {
  const parts: string[] = []
  let at = start
  while (at < end) {
    const fault = parts.length === 0 ? findUtf8Fault(bytes, at, end) : locateFault(bytes, at, end)
    if (fault === null) break
    parts.push(bytes.toString('utf8', at, fault.at))
    for (let bad = fault.at; bad < fault.at + fault.length; bad += 1) {
      parts.push(`\\x${(bytes[bad] ?? 0).toString(16).padStart(2, '0').toUpperCase()}`)
    }
    at = fault.at + fault.length
  }
  parts.push(bytes.toString('utf8', at, end))
  return parts.join('')
}
