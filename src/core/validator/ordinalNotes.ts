/** Ordinal notes: what is said of ordinals that are missing, no number, too large, or in a file of the legacy mode. */
import { isJsonObject, type JsonObject } from '../../shared/rollout/rolloutLine'
import type { CodexVerdict } from '../../shared/validation/finding'
import { placeThrough, type Note, type Place } from './notes'
import { quoted } from './shapeText'

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
