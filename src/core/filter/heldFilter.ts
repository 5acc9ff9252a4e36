/** Held filter: one filter of an open file with what it has found so far, and how it takes in more. No I/O. */
import type { Request } from '../../shared/contract/contract'
import type { FilterState } from '../../shared/contract/openRollout'
import type { LineFilter } from '../../shared/rollout/lineFilter'
import type { CancelFlag } from '../jobs/task'
import type { LineStart } from '../scanner/scanLines'
import type { FilterChunk } from './filterTask'
import { MatchCells } from './matchCells'
import { MatchList } from './matchList'

export interface HeldFilter {
  readonly filter: LineFilter
  readonly matches: MatchList
  cells: MatchCells
  /** Where the scan goes on. Matches from this line on are looked for again. */
  next: LineStart
  scannedBytes: number
  scannedLines: number
  totalBytes: number
  isComplete: boolean
  isCapped: boolean
  /** The scan that goes on; what another one still tells is out of date. */
  running: CancelFlag | null
}

/** What a client asks for. */
export type FilterRequest = Request<'rollout:filter'>

/** A filter that has looked at nothing yet. */
export function newFilter(filter: LineFilter): HeldFilter {
  return {
    filter,
    matches: new MatchList(),
    cells: new MatchCells(0),
    next: { lineNumber: 1, byteOffset: 0 },
    scannedBytes: 0,
    scannedLines: 0,
    totalBytes: 0,
    isComplete: false,
    isCapped: false,
    running: null,
  }
}

/** Makes a filter ready to go on to an end of the content; what it found in an open last line is found again. */
export function extend(held: HeldFilter, totalBytes: number): void {
  const isSame = totalBytes === held.totalBytes
  if (held.isCapped || (isSame && held.isComplete)) return
  held.matches.cutFrom(held.next.lineNumber)
  held.scannedBytes = held.next.byteOffset
  held.scannedLines = held.next.lineNumber - 1
  held.isComplete = totalBytes === 0
  if (isSame) return
  held.totalBytes = totalBytes
  held.cells = new MatchCells(totalBytes)
  for (const offsets of held.matches.offsets()) held.cells.add(offsets)
}

/** Takes in a step of the scan. */
export function takeIn(held: HeldFilter, chunk: FilterChunk): void {
  held.matches.add(chunk)
  held.cells.add(chunk.byteOffsets)
  held.next = chunk.next
  held.scannedBytes = chunk.scannedBytes
  held.scannedLines = chunk.scannedLines
  held.isCapped = chunk.isCapped
  held.isComplete = !chunk.isCapped && chunk.scannedBytes >= held.totalBytes
}

/** What clients are told of a filter. */
export function stateOf(held: HeldFilter, { fileId, filterId, jobId }: FilterRequest): FilterState {
  const { matches, scannedLines, scannedBytes, totalBytes } = held
  return {
    fileId,
    filterId,
    jobId,
    matched: matches.count,
    scannedLines,
    scannedBytes,
    totalBytes,
    complete: held.isComplete,
    capped: held.isCapped,
    cells: held.cells.marked(),
  }
}
