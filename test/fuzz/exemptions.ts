/**
 * Exemptions: what no check of one file can see, because nothing else in the file says what was there. Every kind has a
 * name and a reason, and a run counts how often each was needed.
 */
import type { Edit } from './edits'

/** What is known of the base beside the edit. */
export interface ExemptionContext {
  readonly hasOrdinals: boolean
  /** Lines of the base. */
  readonly lineCount: number
}

export interface Exemption {
  readonly name: string
  readonly reason: string
  readonly accepts: (edit: Edit, context: ExemptionContext) => boolean
}

export const exemptions: readonly Exemption[] = [
  {
    name: 'a changed byte inside a text value',
    reason: 'named by the issue: one text is as good as another',
    accepts: (edit) => isText(edit) && byteLength(edit.before) === byteLength(edit.after),
  },
  {
    name: 'bytes added to or taken from a text value',
    reason: 'one text is as good as another, of whatever length',
    accepts: (edit) => isText(edit) && byteLength(edit.before) !== byteLength(edit.after),
  },
  {
    name: 'whole lines removed or cut off at a line end, in a file without ordinals',
    reason: 'named by the issue: nothing counts the lines',
    accepts: (edit, { hasOrdinals }) => edit.kind === 'line removed' && !hasOrdinals,
  },
]

function isText(edit: Edit): edit is Extract<Edit, { kind: 'value' }> & { before: string; after: string } {
  return edit.kind === 'value' && typeof edit.before === 'string' && typeof edit.after === 'string'
}

function byteLength(text: string): number {
  return Buffer.byteLength(text)
}

/** Returns the names of the exemptions that cover all edits; null where one of them is covered by none. */
export function exemptedBy(edits: readonly Edit[], context: ExemptionContext): readonly string[] | null {
  const names = new Set<string>()
  for (const edit of edits) {
    const found = exemptions.find(({ accepts }) => accepts(edit, context))
    if (found === undefined) return null
    names.add(found.name)
  }
  return [...names].sort()
}
