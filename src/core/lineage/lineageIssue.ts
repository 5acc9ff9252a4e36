/** Lineage issues: what is wrong with the base that a file goes on from. A check makes a finding of each. */
import type { AppError } from '../../shared/result'
import type { CodexVerdict } from '../../shared/validation/finding'
import type { Severity } from '../../shared/validation/severity'
import type { BaseCut } from './baseCut'
import { chainFileName, type ChainFile } from './chainFile'
import type { HistoryBase } from './ownHeader'
import type { RolloutPlaces } from './rolloutPlaces'

/** The rules about bases, with their severities: `error` where records of the history are not here. */
export const lineageSeverities = {
  'lineage/parent-missing': 'error',
  'lineage/base-short': 'error',
  'lineage/cycle': 'error',
  'lineage/offset-off-line': 'warning',
  'lineage/wrong-ordinal': 'warning',
} as const satisfies Readonly<Record<string, Severity>>

/** `codex` is null where nobody has measured what Codex does. */
export interface LineageIssue {
  readonly rule: keyof typeof lineageSeverities
  readonly message: string
  readonly codex: CodexVerdict | null
}

/** The file of a chain whose base is spoken of, and whether it is the one that was asked about. */
export interface Depth {
  readonly child: ChainFile
  readonly isOwn: boolean
}

/** The base is not there, or cannot be read. */
export function parentMissing(
  depth: Depth,
  base: HistoryBase,
  { places, error }: { readonly places: RolloutPlaces; readonly error: AppError | null },
): LineageIssue {
  const lost =
    base.endOrdinal === null
      ? 'How much of the history is not here is not known.'
      : `${count(base.endOrdinal)} of the history ${base.endOrdinal === 1 ? 'is' : 'are'} not here.`
  return {
    rule: 'lineage/parent-missing',
    message: `${subject(depth)} goes on from ${whatIsMissing(base, places, error)} ${lost}`,
    codex: depth.isOwn && base.rolloutId !== '' && error === null ? missingSource : null,
  }
}

/** Measured for a base that is not there; not for one that cannot be read, nor for the base of a base. */
const missingSource: CodexVerdict = {
  outcome: 'refuses',
  note: 'Lists the session, but fails to read and to resume it: "missing source rollout".',
}

function whatIsMissing({ rolloutId }: HistoryBase, places: RolloutPlaces, error: AppError | null): string {
  if (rolloutId === '') return 'another rollout, but does not name it.'
  if (error !== null) return `${rolloutId}, which cannot be read: ${error.message}`
  const where = places.kind === 'home' ? 'the home that it lies in' : 'its folder'
  const unread = places.unread.length === 0 ? '' : ` (${places.unread.join(', ')} could not be read)`
  return `${rolloutId}, of which there is no file in ${where}${unread}.`
}

/** The chain of bases leads back to a file that is in it already. */
export function cycle(depth: Depth, { rolloutId }: HistoryBase): LineageIssue {
  return {
    rule: 'lineage/cycle',
    message: `${subject(depth)} goes on from ${rolloutId}, which itself goes on from it. There is no beginning.`,
    codex: null,
  }
}

/** Returns what is wrong with where a base ends. */
export function cutIssues(depth: Depth, base: HistoryBase, file: ChainFile): readonly LineageIssue[] {
  const { cut } = file
  if (cut === null) return []
  const startsAt = file.header?.base?.endOrdinal ?? 0
  return [
    shortIssue(depth, base, { cut, startsAt }),
    offsetIssue(depth, base, cut) ?? ordinalIssue(depth, base, cut),
  ].filter((issue) => issue !== null)
}

/** Records that the history needs are not in the base, whose own ones start at `startsAt`. */
function shortIssue(
  depth: Depth,
  { rolloutId, endOrdinal }: HistoryBase,
  { cut, startsAt }: { readonly cut: BaseCut; readonly startsAt: number },
): LineageIssue | null {
  if (endOrdinal === null) return null
  // A base of which a later fork takes less is judged by what is taken of it.
  const needed = Math.min(endOrdinal, cut.takeBefore ?? endOrdinal)
  if (needed <= startsAt || (cut.lastOrdinal ?? -1) >= needed - 1) return null
  const has =
    cut.lastOrdinal === null ? 'has no ordinal before that' : `ends with ordinal ${String(cut.lastOrdinal)}`
  return {
    rule: 'lineage/base-short',
    message: `${subject(depth)} goes on after ordinal ${String(endOrdinal - 1)} of ${rolloutId}, which ${has}.`,
    codex: null,
  }
}

function offsetIssue(
  depth: Depth,
  { rolloutId, endByte, endOrdinal }: HistoryBase,
  cut: BaseCut,
): LineageIssue | null {
  if (cut.offset === 'fits') return null
  const isComplete = endOrdinal !== null && cut.lastOrdinal === endOrdinal - 1
  const where = {
    'inside-line': `inside a line of ${rolloutId}`,
    'beyond-end': `behind the end of ${rolloutId}`,
    'not-stated': `nowhere in ${rolloutId}`,
  }[cut.offset]
  return {
    rule: 'lineage/offset-off-line',
    message: `${subject(depth)} says that its base ends at byte ${byteText(endByte)}, which lies ${where}. Its records were taken by their ordinals.`,
    codex: cut.isAtEnd && isComplete && cut.offset !== 'not-stated' ? readsByOrdinal : null,
  }
}

/** Measured where the base ends with its file; a cut in its middle was not tried. */
const readsByOrdinal: CodexVerdict = {
  outcome: 'reads',
  note: 'Takes the records by their ordinals and says nothing.',
}

function ordinalIssue(
  depth: Depth,
  { rolloutId, endByte, endOrdinal }: HistoryBase,
  cut: BaseCut,
): LineageIssue | null {
  if (endOrdinal !== null && (cut.ordinalBefore === endOrdinal - 1 || (endOrdinal === 0 && endByte === 0)))
    return null
  const said =
    endOrdinal === null
      ? 'names none for it that can be told here'
      : `names ordinal ${String(endOrdinal - 1)} for it`
  const found =
    cut.ordinalBefore === null
      ? 'no ordinal stands before'
      : `ordinal ${String(cut.ordinalBefore)} stands before`
  return {
    rule: 'lineage/wrong-ordinal',
    message: `${subject(depth)} goes on from byte ${byteText(endByte)} of ${rolloutId}, where ${found}, and ${said}.`,
    codex: null,
  }
}

function subject({ child, isOwn }: Depth): string {
  return isOwn ? 'This file' : `Its base ${chainFileName(child)}`
}

function byteText(byte: number | null): string {
  return byte === null ? 'that is not stated' : byte.toLocaleString('en')
}

function count(records: number): string {
  return records === 1 ? 'The first record' : `The first ${records.toLocaleString('en')} records`
}

const ruleOrder = Object.keys(lineageSeverities)

/** Orders issues of one place as findings are ordered: the more serious first. */
export function compareIssues(a: LineageIssue, b: LineageIssue): number {
  return ruleOrder.indexOf(a.rule) - ruleOrder.indexOf(b.rule)
}
