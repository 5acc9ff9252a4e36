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

const signedEnd = 2n ** 63n
const unsignedEnd = 2n ** 64n

/**
 * Returns a number as the integer that is written for a member of this name in the JSON text of a line, or null when
 * none is: `26.0`, `1e3` and `-0` are no integers to Codex. Where several members have the name, one that is written
 * as this value counts. (A name followed by a colon is always a key, because quotes inside strings are escaped.)
 */
function writtenInteger(text: string, key: string, value: number): bigint | null {
  if (Number.isSafeInteger(value) && value > 0 && isFirstWritten(text, key, String(value)))
    return BigInt(value)
  for (const [, digits = ''] of text.matchAll(new RegExp(`"${key}"\\s*:\\s*(-?\\d+)(?![\\d.eE])`, 'g'))) {
    if (Number(digits) === value && digits !== '-0') return BigInt(digits)
  }
  return null
}

/** True when the first member of a name is written as these digits: the usual case, found without a pattern. */
function isFirstWritten(text: string, key: string, digits: string): boolean {
  const start = text.indexOf(`"${key}":`) + key.length + 3
  if (start < key.length + 3 || !text.startsWith(digits, start)) return false
  const next = text.charCodeAt(start + digits.length)
  return next === 0x2c || next === 0x7d
}

/** True when a value is a number that is written as an integer of 64 bits with a sign; without the text, any whole number, or one beyond what numbers hold. */
export function isIntegerAsWritten(value: unknown, text: string | null, key: string): boolean {
  if (text === null) return isWholeOrBeyond(value)
  if (typeof value !== 'number' || !Number.isInteger(value)) return false
  const integer = writtenInteger(text, key, value)
  return integer !== null && integer < signedEnd && integer >= -signedEnd
}

/** True when a value is a number that is written as an integer of 64 bits without a sign; without the text, any whole number from 0. */
export function isNaturalAsWritten(value: unknown, text: string | null, key: string): boolean {
  if (text === null) return isWholeOrBeyond(value) && (value as number) >= 0
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) return false
  const integer = writtenInteger(text, key, value)
  return integer !== null && integer < unsignedEnd
}

function isWholeOrBeyond(value: unknown): boolean {
  return Number.isInteger(value) || value === Infinity || value === -Infinity
}

/** Returns the ordinal of a line as it is written: a whole number from 0 to 2^64-1. Null for anything else. */
export function ordinalOf(text: string, ordinal: unknown): bigint | null {
  if (typeof ordinal !== 'number' || !Number.isInteger(ordinal) || ordinal < 0) return null
  const integer = writtenInteger(text, 'ordinal', ordinal)
  return integer !== null && integer < unsignedEnd ? integer : null
}
