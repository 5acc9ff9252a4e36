/**
 * JSON check: a push tokenizer that says whether bytes are JSON, whatever their length.
 *
 * It follows RFC 8259 and accepts what `JSON.parse` accepts, byte by byte and with a stack of one byte a level, so
 * that a line of any size is judged in bounded memory. It goes on after a complete value, because two values on one
 * line is how a retried write damages a rollout. It keeps the scalar members of the first object as a skeleton, from
 * which the shape of a record can be told. It trusts that the bytes are UTF-8: `Utf8Check` looks at that.
 *
 * It is long for one file, and stays one: with its skeleton or its constants in files of their own it was 5 to 60 % slower.
 */
import { firstNumberState, nextNumberState, numberEnds, type NumberState } from './jsonNumber'
import { isWhiteSpace } from './textBytes'

type Expect =
  | 'value'
  | 'value-or-end'
  | 'key'
  | 'key-or-end'
  | 'colon'
  | 'comma-or-end'
  | 'string'
  | 'key-string'
  | 'escape'
  | 'hex'
  | 'literal'
  | 'number'
  | 'done'
  | 'failed'

const quote = 0x22
const backslash = 0x5c
const openObject = 0x7b
const closeObject = 0x7d
const openArray = 0x5b
const closeArray = 0x5d
const comma = 0x2c
const colon = 0x3a

/** Longest key or string value that the skeleton keeps, and the most members. Both only bound memory. */
const skeletonTextLimit = 256
const skeletonMemberLimit = 64
/** Most complete values whose places are kept for one line. */
const valueLimit = 10_000
const depthLimit = 10_000_000

/** What the bytes that were pushed are, as far as they go. Offsets count from the first of them. */
export interface JsonVerdict {
  /** `complete`: one or more whole values; `cut`: valid so far but not at an end; `failed`: not JSON; `blank`: nothing. */
  readonly state: 'complete' | 'cut' | 'failed' | 'blank'
  /** Offsets, from the first byte pushed, of the first byte of each complete value. */
  readonly valueStarts: readonly number[]
  /** Offset of the first byte of the value that follows the last complete one; the end of input when there is none. */
  readonly restStart: number
  /** Where it failed; the length pushed when it did not. */
  readonly failedAt: number
  /** True when every value seen is an object or array. */
  readonly onlyContainers: boolean
  /** Scalar members of the first object, objects as {} and arrays as []; null when the first value is no object. */
  readonly skeleton: Readonly<Record<string, unknown>> | null
}

/** The tokenizer. `push` pieces in order, then `verdict` once. */
export class JsonCheck {
  #expect: Expect = 'value'
  #offset = 0
  #stack: Uint8Array = new Uint8Array(64)
  #depth = 0
  #literal = ''
  #literalAt = 0
  #hexLeft = 0
  #stringIsKey = false
  #number: NumberState = 'minus'
  #valueStarts: number[] = []
  #restStart = -1
  #failedAt = -1
  #onlyContainers = true
  #skeleton: Record<string, unknown> | null = null
  #skeletonMembers = 0
  #key: string | null = null
  #capture: number[] | null = null

  push(bytes: Uint8Array, start: number, end: number): void {
    let at = start
    while (at < end && this.#expect !== 'failed') {
      if (this.#expect === 'string' || this.#expect === 'key-string')
        at = this.#inString(bytes, at, end, start)
      else {
        this.#step(bytes[at] ?? 0, this.#offset + at - start)
        at += 1
      }
    }
    this.#offset += end - start
  }

  verdict(): JsonVerdict {
    if (this.#expect === 'number' && this.#depth === 0 && numberEnds.has(this.#number)) {
      this.#endValue()
    }
    return {
      state: this.#state(),
      valueStarts: this.#valueStarts,
      restStart: this.#restStart < 0 ? this.#offset : this.#restStart,
      failedAt: this.#failedAt < 0 ? this.#offset : this.#failedAt,
      onlyContainers: this.#onlyContainers,
      skeleton: this.#skeleton,
    }
  }

  #state(): JsonVerdict['state'] {
    if (this.#expect === 'failed') return 'failed'
    if (this.#restStart >= 0) return 'cut'
    return this.#valueStarts.length === 0 ? 'blank' : 'complete'
  }

  /** Walks a string to its end or the end of the piece, the hot loop of a long line. */
  #inString(bytes: Uint8Array, from: number, end: number, start: number): number {
    let at = from
    while (at < end) {
      const byte = bytes[at] ?? 0
      if (byte === quote || byte === backslash || byte < 0x20) break
      at += 1
    }
    this.#keep(bytes, from, at)
    if (at === end) return at
    this.#step(bytes[at] ?? 0, this.#offset + at - start)
    return at + 1
  }

  #keep(bytes: Uint8Array, from: number, to: number): void {
    if (this.#capture === null) return
    if (this.#capture.length + to - from > skeletonTextLimit) {
      this.#capture = null
      return
    }
    for (let at = from; at < to; at += 1) this.#capture.push(bytes[at] ?? 0)
  }

  #step(byte: number, offset: number): void {
    switch (this.#expect) {
      case 'value':
      case 'value-or-end':
        this.#beforeValue(byte, offset)
        return
      case 'key':
      case 'key-or-end':
        if (isWhiteSpaceOfJson(byte)) return
        if (byte === quote) this.#openString(true)
        else if (byte === closeObject && this.#expect === 'key-or-end')
          this.#closeContainer(openObject, offset)
        else this.#fail(offset)
        return
      case 'colon':
        if (isWhiteSpaceOfJson(byte)) return
        if (byte === colon) this.#expect = 'value'
        else this.#fail(offset)
        return
      case 'comma-or-end':
        this.#afterValue(byte, offset)
        return
      case 'string':
      case 'key-string':
        this.#stringByte(byte, offset)
        return
      case 'escape':
        this.#escapeByte(byte, offset)
        return
      case 'hex':
        if (!isHex(byte)) this.#fail(offset)
        else {
          this.#hexLeft -= 1
          if (this.#hexLeft === 0) this.#expect = this.#stringIsKey ? 'key-string' : 'string'
        }
        return
      case 'literal':
        this.#literalByte(byte, offset)
        return
      case 'number':
        this.#numberByte(byte, offset)
        return
      case 'done':
        if (isWhiteSpace(byte)) return
        this.#expect = 'value'
        this.#beforeValue(byte, offset)
        return
      case 'failed':
        return
    }
  }

  #beforeValue(byte: number, offset: number): void {
    if (this.#depth === 0 ? isWhiteSpace(byte) : isWhiteSpaceOfJson(byte)) return
    if (byte === closeArray && this.#expect === 'value-or-end') {
      this.#closeContainer(openArray, offset)
      return
    }
    if (this.#depth === 0) this.#restStart = offset
    switch (byte) {
      case openObject:
      case openArray:
        this.#openContainer(byte, offset)
        return
      case quote:
        this.#scalarStarts()
        this.#openString(false)
        return
      case 0x74:
        this.#openLiteral('true')
        return
      case 0x66:
        this.#openLiteral('false')
        return
      case 0x6e:
        this.#openLiteral('null')
        return
      default:
        this.#openNumber(byte, offset)
    }
  }

  #scalarStarts(): void {
    if (this.#depth === 0) this.#onlyContainers = false
  }

  #openContainer(byte: number, offset: number): void {
    if (this.#depth === depthLimit) {
      this.#fail(offset)
      return
    }
    this.#member(byte === openObject ? {} : [])
    if (this.#depth === 0 && this.#valueStarts.length === 0 && byte === openObject) this.#skeleton = {}
    if (this.#depth === this.#stack.length) {
      const larger = new Uint8Array(this.#stack.length * 2)
      larger.set(this.#stack)
      this.#stack = larger
    }
    this.#stack[this.#depth] = byte
    this.#depth += 1
    this.#expect = byte === openObject ? 'key-or-end' : 'value-or-end'
  }

  #closeContainer(kind: number, offset: number): void {
    if (this.#stack[this.#depth - 1] !== kind) {
      this.#fail(offset)
      return
    }
    this.#depth -= 1
    this.#endValue()
  }

  #endValue(): void {
    if (this.#depth > 0) {
      this.#expect = 'comma-or-end'
      return
    }
    if (this.#valueStarts.length < valueLimit) this.#valueStarts.push(this.#restStart)
    this.#restStart = -1
    this.#expect = 'done'
  }

  #afterValue(byte: number, offset: number): void {
    if (isWhiteSpaceOfJson(byte)) return
    const inObject = this.#stack[this.#depth - 1] === openObject
    if (byte === comma) this.#expect = inObject ? 'key' : 'value'
    else if (byte === closeObject || byte === closeArray) {
      this.#closeContainer(byte === closeObject ? openObject : openArray, offset)
    } else this.#fail(offset)
  }

  #openString(isKey: boolean): void {
    this.#stringIsKey = isKey
    this.#expect = isKey ? 'key-string' : 'string'
    const isMember = this.#depth === 1 && this.#skeleton !== null && this.#valueStarts.length === 0
    this.#capture = isMember ? [] : null
    if (isKey) this.#key = null
  }

  #stringByte(byte: number, offset: number): void {
    if (byte === backslash) {
      this.#expect = 'escape'
      this.#capture = null
    } else if (byte < 0x20) this.#fail(offset)
    else if (byte === quote) this.#closeString()
  }

  #closeString(): void {
    const text = this.#capture === null ? null : Buffer.from(this.#capture).toString('utf8')
    this.#capture = null
    if (this.#stringIsKey) {
      this.#key = text
      this.#expect = 'colon'
      return
    }
    // A string too long or too odd to keep is still a string, which is all that shapes ask.
    this.#member(text ?? '…')
    this.#endValue()
  }

  #escapeByte(byte: number, offset: number): void {
    const back = this.#stringIsKey ? 'key-string' : 'string'
    if (byte === 0x75) {
      this.#hexLeft = 4
      this.#expect = 'hex'
    } else if ('"\\/bfnrt'.includes(String.fromCharCode(byte))) this.#expect = back
    else this.#fail(offset)
  }

  #openLiteral(word: string): void {
    this.#scalarStarts()
    this.#literal = word
    this.#literalAt = 1
    this.#expect = 'literal'
    this.#member(word === 'null' ? null : word === 'true')
  }

  #literalByte(byte: number, offset: number): void {
    if (this.#literal.charCodeAt(this.#literalAt) !== byte) {
      this.#fail(offset)
      return
    }
    this.#literalAt += 1
    if (this.#literalAt === this.#literal.length) this.#endValue()
  }

  #openNumber(byte: number, offset: number): void {
    const first = firstNumberState(byte)
    if (first === null) {
      this.#fail(offset)
      return
    }
    this.#number = first
    this.#scalarStarts()
    this.#member(0)
    this.#expect = 'number'
  }

  #numberByte(byte: number, offset: number): void {
    const next = nextNumberState(this.#number, byte)
    if (next !== null) {
      this.#number = next
      return
    }
    if (!numberEnds.has(this.#number)) {
      this.#fail(offset)
      return
    }
    this.#endValue()
    this.#step(byte, offset)
  }

  #member(value: unknown): void {
    if (this.#depth !== 1 || this.#skeleton === null || this.#valueStarts.length > 0 || this.#key === null)
      return
    if (this.#skeletonMembers >= skeletonMemberLimit && !(this.#key in this.#skeleton)) return
    this.#skeletonMembers += 1
    Object.defineProperty(this.#skeleton, this.#key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    })
  }

  #fail(offset: number): void {
    this.#failedAt = offset
    this.#expect = 'failed'
  }
}

function isWhiteSpaceOfJson(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d
}

function isHex(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66)
}
