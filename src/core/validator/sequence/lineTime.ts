/** Line time: the time that a line states, as a number. */

const zero = 0x30

/**
 * Returns the milliseconds since 1970 of a time as Codex writes it (`2026-03-04T05:06:07.000Z`) or of any other form of
 * RFC 3339, with its offset; null for every other text, and for a day or hour that does not exist.
 */
export function lineTimeMs(text: string): number | null {
  const ms = text.length === 24 && text.endsWith('Z') ? canonicalTimeMs(text) : null
  return ms ?? (rfc3339.test(text) ? otherTimeMs(text) : null)
}

const rfc3339 = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/

function otherTimeMs(text: string): number | null {
  const ms = Date.parse(text.replace(/[t ]/, 'T').replace('z', 'Z'))
  return Number.isNaN(ms) || !dayExists(text) ? null : ms
}

/** The calendar repeats after so many years; `Date.UTC` takes the years before 100 for those of the last century. */
const calendarYears = 400

/** `Date.parse` takes the 30th of February for the 2nd of March. */
function dayExists(text: string): boolean {
  const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2)]
  return day <= new Date(Date.UTC(year + calendarYears, month, 0)).getUTCDate()
}

/** The form of every line that Codex writes, read without a parser: this is asked of each of millions of lines. */
function canonicalTimeMs(text: string): number | null {
  const year = digits(text, 0, 4)
  const month = digits(text, 5, 2)
  const day = digits(text, 8, 2)
  const hour = digits(text, 11, 2)
  const minute = digits(text, 14, 2)
  const second = digits(text, 17, 2)
  const isPlain =
    year >= 100 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= 28 &&
    hour < 24 &&
    minute < 60 &&
    second < 60 &&
    hasMarks(text)
  const ms = isPlain ? Date.UTC(year, month - 1, day, hour, minute, second, digits(text, 20, 3)) : NaN
  return Number.isNaN(ms) ? null : ms
}

function hasMarks(text: string): boolean {
  return (
    text[4] === '-' &&
    text[7] === '-' &&
    text[10] === 'T' &&
    text[13] === ':' &&
    text[16] === ':' &&
    text[19] === '.'
  )
}

/** Reads digits; NaN when one of them is none. */
function digits(text: string, from: number, count: number): number {
  let value = 0
  for (let at = from; at < from + count; at += 1) {
    const digit = text.charCodeAt(at) - zero
    if (!(digit >= 0 && digit <= 9)) return NaN
    value = value * 10 + digit
  }
  return value
}
