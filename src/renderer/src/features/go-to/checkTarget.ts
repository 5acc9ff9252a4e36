/** Whether what somebody typed is a place in the file that is open. Pure. */
import { reportOf } from '../../state/checkState'
import type { Target, TypedTarget } from '../../state/goTo'
import type { ViewerState } from '../../state/viewerTypes'
import { formatCount, formatNumberOf } from '../../ui/format'

/** What is known of the open file. `sha256` is null while nobody knows it. */
export interface Extent {
  readonly lineCount: number
  readonly isComplete: boolean
  readonly totalBytes: number
  readonly sha256: string | null
}

/** Where to go, or why that is no place in this file. */
export type Answer =
  { readonly ok: true; readonly target: Target } | { readonly ok: false; readonly why: string }

/** Holds a target against the open file. Nothing is rounded to the nearest line there is. */
export function checkTarget(typed: TypedTarget | null, extent: Extent): Answer {
  if (typed === null) return no('Neither a line, a byte offset nor a citation.')
  if (typed.kind === 'byte') {
    return typed.byteOffset < extent.totalBytes
      ? { ok: true, target: typed }
      : no(`The content has ${formatNumberOf(extent.totalBytes, 'byte')}, counted from 0.`)
  }
  if (typed.kind === 'citation' && extent.sha256 !== null && extent.sha256 !== typed.sha256) {
    return no(`This cites another file${typed.name === '' ? '' : `: ${typed.name}`}. Its SHA-256 differs.`)
  }
  const { lineNumber } = typed
  if (lineNumber < 1) return no('Lines count from 1.')
  if (lineNumber <= extent.lineCount) return { ok: true, target: { kind: 'line', lineNumber } }
  if (!extent.isComplete) return no(`${formatCount(extent.lineCount)} lines are counted so far.`)
  return no(extent.lineCount === 1 ? 'There is 1 line.' : `There are ${formatCount(extent.lineCount)} lines.`)
}

function no(why: string): Answer {
  return { ok: false, why }
}

/** What the viewer knows of the open file. */
export function extentOf({
  session,
  index,
  check,
}: Pick<ViewerState, 'session' | 'index' | 'check'>): Extent {
  const contentBytes = session.status === 'ready' ? session.header.contentBytes : 0
  return {
    lineCount: index?.lineCount ?? 0,
    isComplete: index?.complete ?? false,
    totalBytes: index?.totalBytes ?? contentBytes,
    sha256: reportOf({ check })?.sha256 ?? null,
  }
}
