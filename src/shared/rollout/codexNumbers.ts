/**
 * Codex numbers and texts: where Rust's JSON decoder refuses what `JSON.parse` takes (ROLLOUT-FORMAT 6.3). What was
 * written is asked of the line's text, because a parsed number does not tell `26.0` from `26`.
 */

/** True when a string of the JSON text holds half of a surrogate pair as an escape. */
export function hasLoneSurrogate(text: string): boolean {
  if (!/\\u[dD][89a-fA-F]/.test(text)) return false
  /** Where the second half of a pair has to begin, after a first half. */
  let expected = -1
  for (const match of text.matchAll(/\\(?:u([0-9a-fA-F]{4})|[^])/g)) {
    if (expected >= 0 && match.index !== expected) return true
    const unit = match[1] === undefined ? 0 : parseInt(match[1], 16)
    const isFirst = unit >= 0xd800 && unit <= 0xdbff
    const isSecond = unit >= 0xdc00 && unit <= 0xdfff
    if (isSecond !== expected >= 0) return true
    expected = isFirst ? match.index + match[0].length : -1
  }
  return expected >= 0
}

/** How a number is written cannot be told from its value, but 2.5 is no integer however it is written. */
function isNoFraction(value: unknown): boolean {
  return typeof value === 'number' && (Number.isInteger(value) || !Number.isFinite(value))
}

const signedEnd = 2n ** 63n
const unsignedEnd = 2n ** 64n

/**
 * Returns a number as the integer that is written for a member of this name in the JSON text of a line, or null when
 * none is: `26.0`, `1e3` and `-0` are no integers to Codex. Where several members have the name, one that is written
 * as this value counts. (A name followed by a colon is always a key, because quotes inside strings are escaped.)
 */
function writtenInteger(text: string, key: string, value: number): bigint | null {
  for (const [, digits = ''] of text.matchAll(new RegExp(`"${key}"\\s*:\\s*(-?\\d+)(?![\\d.eE])`, 'g'))) {
    if (Number(digits) === value && digits !== '-0') return BigInt(digits)
  }
  return null
}

/** True when a value is a number that is written as an integer of 64 bits with a sign; any but a fraction where `text` is null. */
export function isIntegerAsWritten(value: unknown, text: string | null, key: string): boolean {
  if (text === null) return isNoFraction(value)
  if (typeof value !== 'number' || !Number.isInteger(value)) return false
  const integer = writtenInteger(text, key, value)
  return integer !== null && integer < signedEnd && integer >= -signedEnd
}

/** True when a value is a number that is written as an integer of 64 bits without a sign; any but a fraction where `text` is null. */
export function isNaturalAsWritten(value: unknown, text: string | null, key: string): boolean {
  if (text === null) return isNoFraction(value)
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) return false
  const integer = writtenInteger(text, key, value)
  return integer !== null && integer < unsignedEnd
}

/** Returns the ordinal of a line as it is written: a whole number from 0 to 2^64-1. Null for anything else. */
export function ordinalOf(text: string, ordinal: unknown): bigint | null {
  if (typeof ordinal !== 'number' || !Number.isInteger(ordinal) || ordinal < 0) return null
  const integer = writtenInteger(text, 'ordinal', ordinal)
  return integer !== null && integer < unsignedEnd ? integer : null
}
