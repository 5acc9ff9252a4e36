/**
 * Line spelling: how the JSON text of a line is written, which its parsed value does not tell: repeated members, odd
 * numbers, white space, depth. One pass that jumps over texts, because it is made over every line of a file.
 */
import { OpenNames, stringEnd } from './openNames'

export interface LineSpelling {
  /** Containers within containers. */
  readonly depth: number
  /** Indexes of member names that stand in their object before; at most 1,000. */
  readonly repeats: readonly number[]
  /**
   * Indexes of numbers that print differently once parsed, have an exponent or over 15 digits; at most 10,000. A share
   * of a limit, such as `"used_percent":12.0`, is as Codex writes it and is none of them.
   */
  readonly numbers: readonly number[]
  /** Characters of white space outside texts. */
  readonly spaces: number
  /** Index of the first of them, -1 for none. */
  readonly firstSpace: number
}

/** Most odd numbers that are kept for one line. */
export const keptNumbers = 10_000
/** Whole numbers of so many characters are exact in a double, whatever they are. */
const exactDigits = 15
/** A fraction of so many characters with its point is printed without an exponent, whatever it is. */
const plainDecimals = 7
/** How the members end that Codex writes as numbers with a fraction in nearly every file: shares of a limit. */
const share = '_percent":'

const [quote, comma, colon, minus, zero, nine] = [0x22, 0x2c, 0x3a, 0x2d, 0x30, 0x39]
const [openObject, closeObject, openArray, closeArray] = [0x7b, 0x7d, 0x5b, 0x5d]
const [point, lowerE, upperE] = [0x2e, 0x65, 0x45]
const [lowerT, lowerF, lowerN] = [0x74, 0x66, 0x6e]

/** Says how a JSON text is written. The text must be one valid JSON value. */
export function lineSpelling(text: string): LineSpelling {
  names.begin(text)
  let numbers: number[] | null = null
  let spaces = 0
  let firstSpace = -1
  let at = 0
  let isNameNext = false
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === quote) {
      at = isNameNext ? names.add(at) : stringEnd(text, at)
      isNameNext = false
    } else if (code === colon) at += 1
    else if (code === comma) {
      isNameNext = names.isInObject
      at += 1
    } else if (code === openObject || code === openArray) {
      isNameNext = code === openObject
      names.open(isNameNext)
      at += 1
    } else if (code === closeObject || code === closeArray) {
      isNameNext = false
      names.close()
      at += 1
    } else if (code === minus || (code >= zero && code <= nine)) {
      const end = usualNumberEnd(text, at)
      if (end < 0) {
        numbers ??= []
        if (numbers.length < keptNumbers) numbers.push(at)
      }
      at = end < 0 ? -end : end
    } else if (code === lowerT || code === lowerN) at += 4
    else if (code === lowerF) at += 5
    else {
      if (spaces === 0) firstSpace = at
      spaces += 1
      at += 1
    }
  }
  const { deepest: depth, repeats } = names
  names.begin('')
  return { depth, repeats, numbers: numbers ?? noNumbers, spaces, firstSpace }
}

const names = new OpenNames()
const noNumbers: readonly number[] = []

/** Returns the index behind a number, as a negative one where its spelling is odd. */
function usualNumberEnd(text: string, start: number): number {
  const whole = digitsEnd(text, start + 1)
  const code = text.charCodeAt(whole)
  const isPositive = text.charCodeAt(start) !== minus
  if (code !== point && code !== lowerE && code !== upperE) {
    if (isPositive && whole - start <= exactDigits) return whole
  } else if (isPositive && code === point) {
    const end = digitsEnd(text, whole + 1)
    if (isUsualFraction(text, { start, whole, end })) return end
  }
  const token = numberAt(text, start)
  const end = start + token.length
  return isOdd(token) ? -end : end
}

function digitsEnd(text: string, from: number): number {
  let at = from
  let code = text.charCodeAt(at)
  while (code >= zero && code <= nine) {
    at += 1
    code = text.charCodeAt(at)
  }
  return at
}

/** True where a number with a fraction prints as it is written, or is a share of a limit that is whole: `12.0`. */
function isUsualFraction(
  text: string,
  { start, whole, end }: { readonly start: number; readonly whole: number; readonly end: number },
): boolean {
  const code = text.charCodeAt(end)
  if (code === lowerE || code === upperE || end - start > exactDigits + 1) return false
  if (text.charCodeAt(end - 1) !== zero) return end - whole <= plainDecimals
  return end - whole === 2 && text.startsWith(share, start - share.length)
}

function isOdd(token: string): boolean {
  const isInteger = !/[.eE]/.test(token)
  if (isInteger && token.length > exactDigits) return true
  return /[eE]/.test(token) || String(Number(token)) !== token
}

const numberToken = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y

/** Returns the number that begins at an index of a JSON text, as it is written. */
export function numberAt(text: string, start: number): string {
  numberToken.lastIndex = start
  return numberToken.exec(text)?.[0] ?? ''
}
