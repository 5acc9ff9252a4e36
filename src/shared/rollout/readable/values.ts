/** Values: JSON values as text for people. Total: any value, of any depth, with any number. */
import { isDeeperThan } from '../nesting'

/** Deepest value that is laid out; beyond it a layout helps nobody, and recursion would end. */
const deepest = 200

/** A number as text, marked where a double may have lost digits that the file has. */
export function numberText(value: number): string {
  return isExact(value) ? String(value) : `≈${String(value)}`
}

function isExact(value: number): boolean {
  return Number.isFinite(value) && (Number.isSafeInteger(value) || !Number.isInteger(value))
}

/** A value laid out as JSON, over lines unless `indent` is 0; null where it is nested too deeply for that. */
export function jsonText(value: unknown, indent = 2): string | null {
  if (isDeeperThan(value, deepest)) return null
  return JSON.stringify(
    value,
    (_key, member: unknown) => (typeof member === 'number' && !isExact(member) ? numberText(member) : member),
    indent,
  )
}

/** A length of time in seconds as text: `0.027 s`, `2 min 10 s`. What is not nothing is never told as 0. */
export function secondsText(seconds: number): string {
  if (seconds > 0 && seconds < 0.001) return `${decimalText(seconds)} s`
  if (!Number.isFinite(seconds) || seconds < 60) return `${numberText(Math.round(seconds * 1000) / 1000)} s`
  const whole = Math.round(seconds)
  return `${numberText(Math.floor(whole / 60))} min ${numberText(whole % 60)} s`
}

/** A small number to the nanosecond, without an exponent; what is smaller still as it is. */
function decimalText(value: number): string {
  const text = value.toFixed(9).replace(/0+$/, '')
  return text === '0.' ? numberText(value) : text
}

/**
 * A time given in seconds since 1970 as ISO text; the number itself where it is no time. Whole seconds have no
 * milliseconds: nobody recorded any.
 */
export function epochText(seconds: number): string {
  const time = new Date(seconds * 1000)
  if (Number.isNaN(time.getTime())) return numberText(seconds)
  return Number.isInteger(seconds) ? time.toISOString().replace('.000Z', 'Z') : time.toISOString()
}

/** A time given in milliseconds since 1970 as ISO text; the number itself where it is no time. */
export function epochMsText(ms: number): string {
  const time = new Date(ms)
  return Number.isNaN(time.getTime()) ? numberText(ms) : time.toISOString()
}

/** Bytes that a text takes in UTF-8; a lone surrogate counts as the three it would be written with. */
export function utf8Length(text: string): number {
  let bytes = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 0x80) bytes += 1
    else if (code < 0x800) bytes += 2
    else if (code >= 0xd800 && code < 0xdc00 && isLowSurrogate(text.charCodeAt(at + 1))) {
      bytes += 4
      at += 1
    } else bytes += 3
  }
  return bytes
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000
}
