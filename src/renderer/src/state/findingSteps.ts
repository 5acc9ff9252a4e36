/** Finding steps: from one finding to the next, with words for where that is. Pure. */
import { assertNever } from '../../../shared/assertNever'
import type { KnownFinding } from '../../../shared/validation/finding'

/** What is stepped through: every finding, or damage alone, which is what has the severity error. */
export type StepWhat = 'damage' | 'finding'

/** How much of what there is a step can know: all of it, what a report lists of more, what was found so far, nothing. */
export type StepExtent = 'all' | 'listed' | 'so-far' | 'unknown'

/** Where a step led: to place `at` (from 1) of `of`. With nothing to go to both are 0. */
export interface FindingStep {
  readonly what: StepWhat
  readonly at: number
  readonly of: number
  readonly extent: StepExtent
  /** Whether it went round, and at which end it goes on. */
  readonly wentRound: 'no' | 'from-start' | 'from-end'
  /** Whether it led to what is about the file as a whole, so that no line shows it. */
  readonly isOfFile: boolean
}

/** From where a step goes: the finding that is selected, or else the selected line. */
export interface StepStart {
  readonly selected: number | null
  readonly line: number | null
}

/** Where a step leads: the index of a finding, and its place among those that are stepped through. */
export interface StepTarget extends Pick<FindingStep, 'at' | 'of' | 'wentRound' | 'isOfFile'> {
  readonly index: number
}

/** True for what a step of that kind stops at. */
export function isStop(what: StepWhat, { severity }: Pick<KnownFinding, 'severity'>): boolean {
  return what === 'finding' || severity === 'error'
}

/**
 * The finding before or after the one that is selected, or else before or after the selected line. Goes round
 * at the ends; null when there is none.
 */
export function stepTarget(
  findings: readonly KnownFinding[],
  what: StepWhat,
  start: StepStart,
  by: -1 | 1,
): StepTarget | null {
  const stops = findings.flatMap((finding, index) => (isStop(what, finding) ? [index] : []))
  if (stops.length === 0) return null
  const isBeyond = (index: number): boolean => {
    if (start.selected !== null) return by === 1 ? index > start.selected : index < start.selected
    // A file opens at its first line: from there the first step leads to the first of all.
    if (by === 1 ? (start.line ?? 1) <= 1 : start.line === null) return true
    const [line, from] = [findings[index]?.lineNumber ?? null, start.line ?? 1]
    return line !== null && (by === 1 ? line > from : line < from)
  }
  const beyond = by === 1 ? stops.findIndex(isBeyond) : stops.findLastIndex(isBeyond)
  const at = beyond >= 0 ? beyond : by === 1 ? 0 : stops.length - 1
  const wentRound = beyond >= 0 ? 'no' : by === 1 ? 'from-start' : 'from-end'
  const index = stops[at] ?? 0
  const isOfFile = findings[index]?.lineNumber === null
  return { index, at: at + 1, of: stops.length, wentRound, isOfFile }
}

/** A step in words: `Damage 3 of 7`. */
export function stepWords({ what, at, of, extent, wentRound, isOfFile }: FindingStep): string {
  const name = what === 'damage' ? 'damage' : 'finding'
  if (of === 0) return nothingWords(name, extent)
  const among = { all: '', listed: ' that are listed', 'so-far': ' found so far', unknown: '' }[extent]
  const round = { no: '', 'from-start': ', from the start again', 'from-end': ', from the end again' }
  const place = isOfFile ? ', about the whole file' : ''
  return `${what === 'damage' ? 'Damage' : 'Finding'} ${at.toLocaleString('en')} of ${of.toLocaleString('en')}${among}${place}${round[wentRound]}`
}

function nothingWords(name: string, extent: StepExtent): string {
  switch (extent) {
    case 'all':
    case 'listed':
      return `No ${name} in what was checked`
    case 'so-far':
      return `No ${name} found so far`
    case 'unknown':
      return `The file was not checked as a whole: no ${name} is known`
    default:
      return assertNever(extent)
  }
}
