/** Options: parsers for values on the command line. Each rejects what it does not understand as wrong usage. */
import { InvalidArgumentError } from 'commander'
import { lineTimeMs } from '../../core/validator/sequence/lineTime'
import type { AppError } from '../../shared/result'
import { escapeText } from '../../shared/escapeText'

/** Returns a parser of whole numbers from `min` to `max`. */
export function wholeNumber(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN
    if (value >= min && value <= max) return value
    throw new InvalidArgumentError(
      `It must be a whole number from ${String(min)} to ${max === Number.MAX_SAFE_INTEGER ? 'any' : String(max)}.`,
    )
  }
}

/** Returns a parser of one word of a closed list. */
export function oneOf<T extends string>(allowed: readonly T[]): (text: string) => T {
  return (text) => {
    const found = allowed.find((word) => word === text)
    if (found !== undefined) return found
    throw new InvalidArgumentError(`It must be one of ${allowed.join(', ')}.`)
  }
}

/** Returns a parser of an option that can be given several times: it collects what `parse` makes of each. */
export function severalOf<T>(
  parse: (text: string) => T,
): (text: string, before?: readonly T[]) => readonly T[] {
  return (text, before = []) => [...before, parse(text)]
}

/** Returns a parser of text of 1 to `most` characters. */
export function shortText(most: number): (text: string) => string {
  return (text) => {
    if (text.length >= 1 && text.length <= most) return text
    throw new InvalidArgumentError(`It must have 1 to ${String(most)} characters.`)
  }
}

/** Parses an ISO 8601 date or time; returns it in UTC. A date alone is its first instant in UTC. */
export function instant(text: string): string {
  const valid = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/.test(text)
  const time = valid
    ? Date.parse(text.length === 10 || /(Z|[+-]\d{2}:\d{2})$/.test(text) ? text : `${text}Z`)
    : NaN
  if (!Number.isNaN(time)) return new Date(time).toISOString()
  throw new InvalidArgumentError(
    'It must be a date or time like 2026-11-20 or 2026-11-20T08:30:00Z (UTC unless said).',
  )
}

/** Parses a time of RFC 3339, which has an offset; returns it in UTC. */
export function exactInstant(text: string): string {
  const ms = lineTimeMs(text)
  if (ms !== null) return new Date(ms).toISOString()
  throw new InvalidArgumentError('It must be a time of RFC 3339 like 2026-11-20T08:30:00Z.')
}

/** Parses a version of Codex: numbers between dots, and a suffix where it is a preview, as in 0.144.0-alpha.4. */
export function versionText(text: string): string {
  if (text.length <= 100 && /^\d+(\.\d+)+(-[0-9A-Za-z.-]+)?$/.test(text)) return text
  throw new InvalidArgumentError('It must be a version like 0.169 or 0.169.0.')
}

/** Like `instant`, for the end of a span: a date alone is its last millisecond in UTC. */
export function lastInstant(text: string): string {
  const time = instant(text)
  return text.length === 10 ? time.replace('00:00:00.000Z', '23:59:59.999Z') : time
}

/** What a command that a signal ended says of it. */
export const interruptedText = 'rollscope: Interrupted before the end.\n'

/** Returns one failure as lines for stderr. */
export function describeError(error: AppError): string {
  const file = error.file === undefined || error.message.includes(error.file) ? '' : `${error.file}: `
  const hint = error.hint === undefined ? '' : `\n  ${escapeText(error.hint)}`
  return `rollscope: ${escapeText(file + error.message)}${hint}\n`
}
