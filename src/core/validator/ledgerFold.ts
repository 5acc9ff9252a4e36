/** Ledger fold: adds up the bytes of a file by what the scanner says they are. */
import type { Ledger } from '../../shared/validation/report'
import { spanKinds, type SpanKind } from '../../shared/validation/spanKind'
import type { ScannedLine } from '../scanner/scanLines'
import type { SourceIssue } from '../source/issue'

/** Counts bytes by span kind. */
export class LedgerFold {
  readonly #kinds = new Map<SpanKind, { count: number; bytes: number }>()

  add(line: ScannedLine): void {
    for (const span of line.spans) {
      const entry = this.#kinds.get(span.kind)
      if (entry === undefined) this.#kinds.set(span.kind, { count: 1, bytes: span.byteLength })
      else {
        entry.count += 1
        entry.bytes += span.byteLength
      }
    }
  }

  /** The total is what was read. A frame error has no bytes of content: it is where content ended. */
  result(issues: readonly SourceIssue[]): Ledger {
    const frameErrors = issues.filter((issue) => issue.rule === 'source/frame-error').length
    if (frameErrors > 0) this.#kinds.set('frame-error', { count: frameErrors, bytes: 0 })
    const spans = spanKinds.flatMap((kind) => {
      const entry = this.#kinds.get(kind)
      return entry === undefined ? [] : [{ kind, count: entry.count, bytes: entry.bytes }]
    })
    return { totalBytes: spans.reduce((sum, { bytes }) => sum + bytes, 0), spans }
  }
}
