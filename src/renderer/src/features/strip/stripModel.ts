/** Strip model: where things are on the strip, without drawing. Pure. */
import { stripKinds, type Strip, type StripKind } from '../../../../shared/rollout/strip'
import { severities, type Severity } from '../../../../shared/validation/severity'

/** The kind that fills a cell; `unread` for a cell that there is not. */
export function kindOfCell(strip: Strip, cell: number): StripKind {
  return stripKinds[strip.kinds[cell] ?? -1] ?? 'unread'
}

/** Worst finding of a cell; null without one. */
export function markOfCell(strip: Strip, cell: number): Severity | null {
  const mark = strip.marks[cell] ?? 0
  return mark === 0 ? null : (severities[mark - 1] ?? null)
}

/** First byte under a fraction of the strip's width. */
export function byteAt(strip: Pick<Strip, 'totalBytes'>, fraction: number): number {
  const last = Math.max(0, strip.totalBytes - 1)
  return Math.max(0, Math.min(last, Math.floor(fraction * strip.totalBytes)))
}

/** Cell under a fraction of the strip's width. */
export function cellAt(strip: Pick<Strip, 'kinds'>, fraction: number): number {
  return Math.max(0, Math.min(strip.kinds.length - 1, Math.floor(fraction * strip.kinds.length)))
}

/** Where a byte lies on the strip, as a fraction of its width. */
export function fractionOf(byteOffset: number, totalBytes: number): number {
  return totalBytes <= 0 ? 0 : Math.max(0, Math.min(1, byteOffset / totalBytes))
}
