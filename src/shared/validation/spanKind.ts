/**
 * Span kind: what the scanner says a run of bytes is. The same closed list is the status of a line.
 *
 * It is fixed from the first day because reports, tests and stored marks cite it; SPEC.md defines each.
 */
export const spanKinds = [
  'record',
  'blank',
  'bom',
  'not-json',
  'json-not-record',
  'invalid-utf8',
  'nul',
  'glued',
  'oversized',
  'unterminated',
  'torn',
  'pending',
  'frame-error',
] as const
export type SpanKind = (typeof spanKinds)[number]

/** The status of a physical line: the most serious kind among its spans. */
export type LineStatus = SpanKind

/**
 * Kinds from most to least serious. A line made of several spans has the status that comes first here,
 * so that a readable record behind a byte-order mark is still shown as the damage it is.
 */
const seriousness: readonly SpanKind[] = [
  'frame-error',
  'invalid-utf8',
  'nul',
  'bom',
  'glued',
  'torn',
  'not-json',
  'json-not-record',
  'pending',
  'unterminated',
  'oversized',
  'record',
  'blank',
]

/** Returns the status of a line from the kinds of its spans; `blank` when there are none. */
export function lineStatus(kinds: Iterable<SpanKind>): LineStatus {
  let worst = seriousness.length - 1
  for (const kind of kinds) worst = Math.min(worst, seriousness.indexOf(kind))
  return seriousness[worst] ?? 'blank'
}

/** True for kinds whose content is lost or cannot be read as written. */
export function isDamage(kind: SpanKind): boolean {
  switch (kind) {
    case 'record':
    case 'blank':
    case 'oversized':
    case 'unterminated':
    case 'pending':
      return false
    case 'bom':
    case 'not-json':
    case 'json-not-record':
    case 'invalid-utf8':
    case 'nul':
    case 'glued':
    case 'torn':
    case 'frame-error':
      return true
  }
}
