/** Ordinal notes: everything that is said of ordinals. */
import { isJsonObject, type JsonObject } from '../../../shared/rollout/rolloutLine'
import type { CodexVerdict } from '../../../shared/validation/finding'
import { placeThrough, type Note, type Place } from './notes'
import { quoted } from '../shapeText'

/** Measured for a completed item; what Codex does with other records is not. */
export function misreadItem({ payload }: JsonObject): CodexVerdict | null {
  const isItem = isJsonObject(payload) && payload['type'] === 'item_completed'
  return isItem ? { outcome: 'misreads', note: 'The item is missing from the turns, without a word.' } : null
}

/** Records in a row that have no ordinal. `item` is the last of them. */
export interface MissingOrdinals {
  readonly first: Place
  readonly last: Place
  readonly count: number
  readonly isAll: boolean
  /** True where the last record of the file that Codex can decode is among them. */
  readonly isLast: boolean
  readonly item: JsonObject
}

/** A run of records without an ordinal, or all of a file that should have them. */
export function missingNote({ first, last, count, isAll, isLast, item }: MissingOrdinals): Note {
  const records = count === 1 ? 'The record has' : `${count.toLocaleString('en')} records from here on have`
  const message = isAll
    ? 'The file is paginated, and no record has an ordinal.'
    : `${records} no ordinal${isLast ? ', the last of the file among them' : ''}.`
  const single = count === 1 ? misreadItem(item) : null
  return {
    rule: 'ordinal/missing',
    draft: { ...placeThrough(first, last), message, codex: isLast ? refusesLast : single },
  }
}

/** An ordinal that is no whole number of 64 bits. */
export function faultyNote(text: string, place: Place, codex: CodexVerdict | null): Note {
  const written = /"ordinal"\s*:\s*("[^"]{0,40}|[^\s,}]{1,40})/.exec(text)?.[1] ?? ''
  const message = `The ordinal is written as ${quoted(written.replace(/^"/, ''))}${written.startsWith('"') ? ', a text' : ''}, which is no whole number that Codex can hold.`
  return { rule: 'ordinal/not-integer', draft: { ...place, message, codex } }
}

const largest = 2n ** 64n - 1n

/** An ordinal beyond 2^53. `isLast`: it is that of the last record. */
export function hugeNote(ordinal: bigint, place: Place, isLast: boolean): Note {
  const message = `The ordinal ${String(ordinal)} is larger than any that a file can have counted to.`
  const codex = isLast && ordinal === largest ? refusesOverflow : null
  return { rule: 'ordinal/too-large', draft: { ...place, message, codex } }
}

/** Ordinals in a file of the legacy mode, told once. */
export function legacyNote(first: Place, count: number): Note {
  const records = count === 1 ? '1 record has' : `${count.toLocaleString('en')} records have`
  const message = `${records} an ordinal, and the session meta says that the file is of the legacy mode.`
  return { rule: 'ordinal/in-legacy', draft: { ...first, message, codex: readsLegacy } }
}

/** Each measured with Codex 0.169.0 (corpus/defects, ordinal-* and legacy-with-ordinals). */
const refusesLast: CodexVerdict = {
  outcome: 'refuses',
  note: 'Lists the session, but refuses to read its turns and to resume it: "is missing an ordinal".',
}
const refusesOverflow: CodexVerdict = {
  outcome: 'refuses',
  note: 'Lists the session, but refuses to read its turns and to resume it: "ordinal overflow".',
}
/** What Codex does with a line of a paginated file whose ordinal is no whole number. */
export const skipsLine: CodexVerdict = {
  outcome: 'skips',
  note: 'Cannot decode the line: what it says is not shown.',
}
const readsLegacy: CodexVerdict = { outcome: 'reads', note: 'Reads and resumes the session as any other.' }

/** Numbers that no line has so far. `place` is the line before which they are missing. */
export interface Gap {
  readonly from: number
  readonly to: number
  readonly found: number
  readonly place: Place
  readonly isStart: boolean
}

/** Ordinals that no record has, or a start at another one than the base says. */
export function gapNote({ from, to, found, place, isStart }: Gap): Note {
  if (isStart) {
    const message = `The first ordinal is ${String(found)}, where ${String(from)} is expected.`
    const codex = from === 0 ? readsAnyStart : null
    return { rule: 'ordinal/not-from-base', draft: { ...place, message, codex } }
  }
  const which =
    from === to
      ? `ordinal ${String(from)} is missing`
      : `the ${(to - from + 1).toLocaleString('en')} ordinals from ${String(from)} to ${String(to)} are missing`
  const message = `The line has ordinal ${String(found)}, and ${which} before it.`
  return { rule: 'ordinal/gap', draft: { ...place, message, codex: readsGap } }
}

/** One wrong ordinal between right ones. */
export function outlierNote({ from, found, place }: Gap): Note {
  const message = `The line has ordinal ${String(found)} where ${String(from)} belongs; the lines after it go on from there.`
  return { rule: 'ordinal/backwards', draft: { ...place, message } }
}

/** The ordinal of the next line in the place of the one that is missing. */
export function twiceNote({ from, found, place }: Gap, codex: CodexVerdict | null): Note {
  const message = `The line has ordinal ${String(found)}, and so has the next one, while ${String(from)} is missing.`
  return { rule: 'ordinal/repeated', draft: { ...place, message, codex } }
}

/** Two lines with each other's ordinals. */
export function exchangeNote({ found, place }: Gap, ordinal: number, second: Place): Note {
  const lines = `Lines ${String(place.lineNumber)} and ${String(second.lineNumber)}`
  const message = `${lines} have ordinals ${String(found)} and ${String(ordinal)}: they are exchanged.`
  return {
    rule: 'ordinal/backwards',
    draft: { ...placeThrough(place, second), message, codex: readsAnyOrder },
  }
}

/** An ordinal that belongs further up. */
export function lateNote(ordinal: number, last: number, place: Place): Note {
  const message = `The line has ordinal ${String(ordinal)} and stands after ${String(last)}.`
  return { rule: 'ordinal/backwards', draft: { ...place, message } }
}

/** An ordinal that Codex gave again. */
export function reusedNote(ordinal: number, place: Place): Note {
  const message = `The line has ordinal ${String(ordinal)} again: Codex cannot decode the record before it, and gave its number once more.`
  return { rule: 'ordinal/reused', draft: { ...place, message, codex: givesAgain } }
}

/** Each measured with Codex 0.169.0 (corpus/defects, ordinal-*). */
const readsGap: CodexVerdict = { outcome: 'reads', note: 'Reads and resumes the session, and says nothing.' }
const readsAnyStart = readsGap
const readsAnyOrder = readsGap
const givesAgain: CodexVerdict = {
  outcome: 'reads',
  note: 'Gives the number of a last record that it cannot decode again when it resumes the session.',
}
