/**
 * Exemptions: what no check of one file can see, because nothing else in the file says what was there. Every kind has a
 * name and a reason, and a run counts how often each was needed.
 */
import { freeForm, looseTime, optionalMember, singleNumber } from './exemptPaths'
import type { Edit } from './edits'

/** What is known of the base, and of what else was done in the same place. */
export interface ExemptionContext {
  readonly hasOrdinals: boolean
  readonly hasTimes: boolean
  /** Lines of the base. */
  readonly lines: readonly string[]
  /** Everything that was changed in this place. */
  readonly edits: readonly Edit[]
  /** True where nothing of the base stands behind this place. */
  readonly isAtEnd: boolean
}

export interface Exemption {
  readonly name: string
  readonly reason: string
  readonly accepts: (edit: Edit, context: ExemptionContext) => boolean
}

type ValueEdit = Extract<Edit, { kind: 'value' }>

export const exemptions: readonly Exemption[] = [
  {
    name: 'a changed byte inside a text value',
    reason: 'named by the issue: one text is as good as another',
    accepts: (edit) => isText(edit) && byteLength(edit.before) === byteLength(edit.after),
  },
  {
    name: 'whole lines removed or cut off at a line end, in a file without ordinals',
    reason: 'named by the issue: nothing counts the lines',
    accepts: (edit, { hasOrdinals }) => edit.kind === 'line removed' && !hasOrdinals,
  },
  {
    name: 'bytes added to or taken from a text value',
    reason: 'one text is as good as another, of whatever length',
    accepts: (edit) => isText(edit) && byteLength(edit.before) !== byteLength(edit.after),
  },
  {
    name: 'the last lines cut off at a line end, in a file with ordinals',
    reason: 'nothing says how many lines there were to be; a turn that does not end is named',
    accepts: (edit, { hasOrdinals, ...context }) => hasOrdinals && isCutOff(edit, context),
  },
  {
    name: 'a number that nothing repeats',
    reason: 'nothing else in the file is derived from it; the members are listed one by one',
    accepts: (edit) => isNumber(edit) && singleNumber.test(edit.path),
  },
  {
    name: 'a time or a duration changed by less than a minute',
    reason: 'clocks and writers differ by as much in healthy files',
    accepts: (edit) =>
      isNumber(edit) &&
      looseTime.some(
        ({ path, within }) => path.test(edit.path) && Math.abs(edit.before - edit.after) < within,
      ),
  },
  {
    name: 'a member of an object whose members are of any name and type',
    reason: 'names come from tools, files and plugins there, and nothing tells what they mean',
    accepts: (edit) => edit.kind === 'value' && freeForm.test(edit.path),
  },
  {
    name: 'a member that may be left out, or null in its place',
    reason:
      'Codex itself leaves it out, in another version or in another situation; the members are listed one by one',
    accepts: (edit) => isTakenOut(edit) && optionalMember.test(edit.path),
  },
  {
    name: 'a value where nothing was said',
    reason: 'the member may be there or not, and no rule knows what it should say',
    accepts: (edit) =>
      edit.kind === 'value' &&
      edit.before === null &&
      edit.after !== undefined &&
      optionalMember.test(edit.path),
  },
  {
    name: 'an output that is a list in the place of a text',
    reason: 'an output may be either, and a list may be empty',
    accepts: (edit) =>
      edit.kind === 'value' && /^(?:payload\.)?output$/.test(edit.path) && Array.isArray(edit.after),
  },
  {
    name: 'an entry of a list taken out',
    reason: 'lists are of any length, and nothing counts their entries',
    accepts: (edit) => isTakenOut(edit) && edit.path.endsWith('.*') && edit.after === undefined,
  },
  {
    name: 'a line of the bare form that may stand twice or elsewhere',
    reason:
      'its lines have neither times nor ordinals, states are all alike, and a person may say the same twice',
    accepts: (edit, context) =>
      edit.kind === 'line added' && !context.hasTimes && context.lines.includes(edit.text),
  },
  {
    name: 'a later line put behind the last one, in a file without ordinals',
    reason: 'a session may be resumed at any time, and then such lines are written',
    accepts: (edit, { hasOrdinals, isAtEnd, lines }) =>
      edit.kind === 'line added' && !hasOrdinals && isAtEnd && timeOf(edit.text) > timeOf(lines.at(-1) ?? ''),
  },
]

/** The time that a line states, in milliseconds; NaN where it states none. */
function timeOf(text: string): number {
  return Date.parse(/^\{"timestamp":"([^"]+)"/.exec(text)?.[1] ?? '')
}

function isText(edit: Edit): edit is ValueEdit & { before: string; after: string } {
  return edit.kind === 'value' && typeof edit.before === 'string' && typeof edit.after === 'string'
}

function isNumber(edit: Edit): edit is ValueEdit & { before: number; after: number } {
  return edit.kind === 'value' && typeof edit.before === 'number' && typeof edit.after === 'number'
}

/** A member that is gone, or null where something was. */
function isTakenOut(edit: Edit): edit is ValueEdit {
  return edit.kind === 'value' && (edit.after === undefined || edit.after === null)
}

/** True for a line that is gone with all lines behind it. */
function isCutOff(edit: Edit, { lines, edits }: Pick<ExemptionContext, 'lines' | 'edits'>): boolean {
  if (edit.kind !== 'line removed') return false
  const removed = new Set(edits.map((other) => (other.kind === 'line removed' ? other.line : -1)))
  for (let line = edit.line; line < lines.length; line += 1) if (!removed.has(line)) return false
  return true
}

function byteLength(text: string): number {
  return Buffer.byteLength(text)
}

/** Returns the names of the exemptions that cover all edits; null where one of them is covered by none. */
export function exemptedBy(context: ExemptionContext): readonly string[] | null {
  const names = new Set<string>()
  for (const edit of context.edits) {
    const found = exemptions.find(({ accepts }) => accepts(edit, context))
    if (found === undefined) return null
    names.add(found.name)
  }
  return [...names].sort()
}
