/** Strip model: where things are on the strip, without drawing. Pure. */
import { stripKinds, type Strip, type StripKind } from '../../../../shared/rollout/strip'
import { hasPlace, type KnownFinding } from '../../../../shared/validation/finding'
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

/** The strip of a file that has grown to `totalBytes` since it was drawn: what came behind it is unread. */
export function stretched(strip: Strip, totalBytes: number): Strip {
  if (totalBytes <= strip.totalBytes || strip.kinds.length === 0) return strip
  const cells = strip.kinds.length
  const known = strip.totalBytes / totalBytes
  const unread = stripKinds.indexOf('unread')
  const kinds = strip.kinds.map((_, cell) => {
    const at = Math.floor(cell / known)
    return at < cells ? (strip.kinds[at] ?? unread) : unread
  })
  const marks = strip.marks.map(() => 0)
  // Several cells share one: the worst mark of them stands, so that none is lost.
  strip.marks.forEach((mark, cell) => {
    const to = Math.floor(cell * known)
    const held = marks[to] ?? 0
    if (mark !== 0 && (held === 0 || mark < held)) marks[to] = mark
  })
  return { totalBytes, kinds, marks }
}

/** Indexes of the findings that are pointed at: those that begin in the nearest cell with any, within so many cells. */
export function findingsNear(
  strip: Strip,
  fraction: number,
  withinCells: number,
  findings: readonly Pick<KnownFinding, 'lineNumber' | 'byteOffset'>[],
): readonly number[] {
  const centre = cellAt(strip, fraction)
  for (let distance = 0; distance <= withinCells; distance += 1) {
    const sides = distance === 0 ? [centre] : [centre - distance, centre + distance]
    const found = sides.flatMap((cell) => findingsOfCell(strip, cell, findings))
    if (found.length > 0) return found
  }
  return []
}

/** Indexes of the findings that stand at a place in a cell. Findings are in the order of the file. */
function findingsOfCell(
  strip: Strip,
  cell: number,
  findings: readonly Pick<KnownFinding, 'lineNumber' | 'byteOffset'>[],
): readonly number[] {
  const cells = strip.kinds.length
  const cellOf = (byteOffset: number): number =>
    strip.totalBytes === 0 ? 0 : Math.min(cells - 1, Math.floor((byteOffset / strip.totalBytes) * cells))
  let [low, high] = [0, findings.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (cellOf(findings[middle]?.byteOffset ?? 0) < cell) low = middle + 1
    else high = middle
  }
  const found: number[] = []
  for (let at = low; ; at += 1) {
    const finding = findings[at]
    if (finding === undefined || cellOf(finding.byteOffset) !== cell) return found
    if (hasPlace(finding)) found.push(at)
  }
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
