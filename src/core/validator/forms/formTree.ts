/**
 * Form tree: forms of records, so kept that the bytes of a record lead to its form in one pass over what is not in its gaps.
 * A tree of byte runs, each beginning with another byte than its neighbours, with gaps between them.
 */
import { mostDigits, type FormStep, type Gap } from './formSteps'

interface Node<Answer> {
  bytes: Uint8Array
  gap: Gap | null
  /** What follows the gap. */
  after: Node<Answer> | null
  /** What follows the bytes where no gap does: nodes that begin with different bytes, mostly one to three. */
  next: readonly Node<Answer>[]
  answer: Answer | null
}

const [quote, backslash, point, lowerE, upperE] = [0x22, 0x5c, 0x2e, 0x65, 0x45]
const [zero, nine] = [0x30, 0x39]
/** A fraction of so many characters with its point is printed without an exponent, whatever it is. */
const plainDecimals = 7
/** Texts are searched byte by byte as far as this, which is faster than a call for most of them. */
const shortText = 48

export class FormTree<Answer> {
  readonly #mostBytes: number
  #root = node<Answer>(new Uint8Array(0))
  #bytes = 0

  /** Once it holds `mostBytes` it begins anew. */
  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes
  }

  /** Returns what was added with the form of a record, null for a record of a form that it does not hold. */
  find(record: Uint8Array): Answer | null {
    let at = 0
    let here = this.#root
    for (;;) {
      const { bytes, gap } = here
      if (!hasAt(record, at, bytes)) return null
      at += bytes.length
      if (gap !== null) {
        const end = gapEnd(gap, record, at)
        if (end >= 0 && here.after !== null) {
          at = end
          here = here.after
          continue
        }
      }
      if (at >= record.length) return here.answer
      const next = beginningWith(here.next, record[at])
      if (next === null) return null
      here = next
    }
  }

  add(steps: readonly FormStep[], answer: Answer): void {
    this.#bytes += steps.reduce((sum, { bytes }) => sum + bytes.length, 0)
    if (this.#bytes > this.#mostBytes) {
      this.#bytes = 0
      this.#root = node(new Uint8Array(0))
      return
    }
    let here = this.#root
    for (const { bytes, gap } of steps) {
      here = walk(here, bytes)
      if (gap === null) here.answer = answer
      else {
        // What stands before a gap says of which kind it is.
        here.gap ??= gap
        here.after ??= node(new Uint8Array(0))
        here = here.after
      }
    }
  }
}

function node<Answer>(bytes: Uint8Array): Node<Answer> {
  return { bytes, gap: null, after: null, next: [], answer: null }
}

function beginningWith<Answer>(
  nodes: readonly Node<Answer>[],
  byte: number | undefined,
): Node<Answer> | null {
  for (const one of nodes) if (one.bytes[0] === byte) return one
  return null
}

/** Returns the node that stands behind bytes, which are added where they are missing. */
function walk<Answer>(start: Node<Answer>, bytes: Uint8Array): Node<Answer> {
  let here = start
  let rest = bytes
  while (rest.length > 0) {
    const next = beginningWith(here.next, rest[0])
    if (next === null) {
      const added = node<Answer>(rest)
      here.next = [...here.next, added]
      return added
    }
    const common = commonLength(next.bytes, rest)
    if (common < next.bytes.length) split(next, common)
    here = next
    rest = rest.subarray(common)
  }
  return here
}

/** Splits a node in two, the first of which keeps its place. */
function split<Answer>(upper: Node<Answer>, length: number): void {
  const lower: Node<Answer> = { ...upper, bytes: upper.bytes.subarray(length) }
  upper.bytes = upper.bytes.subarray(0, length)
  upper.gap = null
  upper.after = null
  upper.answer = null
  upper.next = [lower]
}

function commonLength(one: Uint8Array, other: Uint8Array): number {
  const most = Math.min(one.length, other.length)
  let length = 0
  while (length < most && one[length] === other[length]) length += 1
  return length
}

function hasAt(record: Uint8Array, start: number, bytes: Uint8Array): boolean {
  for (let index = 0; index < bytes.length; index += 1) {
    if (record[start + index] !== bytes[index]) return false
  }
  return true
}

/** Returns where what stands in a gap ends, -1 where it is none of its kind. */
function gapEnd(gap: Gap, record: Uint8Array, at: number): number {
  switch (gap) {
    case 'text':
      return textEnd(record, at)
    case 'whole':
      return wholeEnd(record, at)
    case 'fraction':
      return fractionEnd(record, at, false)
    case 'share':
      return fractionEnd(record, at, true)
  }
}

/** Returns the index of the quote that closes a text, -1 where there is none. */
function textEnd(record: Uint8Array, start: number): number {
  const near = Math.min(record.length, start + shortText)
  let at = start
  while (at < near) {
    const byte = record[at]
    if (byte === quote) return at
    at += byte === backslash ? 2 : 1
  }
  at = record.indexOf(quote, at)
  while (at >= 0 && isEscaped(record, at, start)) at = record.indexOf(quote, at + 1)
  return at
}

/** True when an odd number of backslashes stands before an index. */
function isEscaped(record: Uint8Array, at: number, start: number): boolean {
  let first = at
  while (first > start && record[first - 1] === backslash) first -= 1
  return (at - first) % 2 === 1
}

function wholeEnd(record: Uint8Array, start: number): number {
  const end = digitsEnd(record, start)
  const byte = record[end]
  const isWhole = byte !== point && byte !== lowerE && byte !== upperE
  return isWhole && end > start && end - start <= mostDigits ? end : -1
}

/** A number in which `lineSpelling` finds nothing odd: whole, or with a fraction that prints as it is written. */
function fractionEnd(record: Uint8Array, start: number, isShare: boolean): number {
  const whole = digitsEnd(record, start)
  if (record[whole] !== point) return wholeEnd(record, start)
  const end = digitsEnd(record, whole + 1)
  const byte = record[end]
  if (whole === start || byte === lowerE || byte === upperE || end - start > mostDigits + 1) return -1
  if (record[end - 1] === zero) return isShare && end - whole === 2 ? end : -1
  return end - whole > 1 && end - whole <= plainDecimals ? end : -1
}

function digitsEnd(record: Uint8Array, start: number): number {
  let at = start
  for (let byte = record[at] ?? 0; byte >= zero && byte <= nine; byte = record[at] ?? 0) at += 1
  return at
}
