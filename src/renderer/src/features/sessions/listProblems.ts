/** What a listing tells of its folder as a whole, in one line. Pure. */
import { compareSeverity, type Severity } from '../../../../shared/validation/severity'
import type { Problem } from '../../../../shared/session/session'
import { formatNumberOf } from '../../ui/format'

/** What stands for an entry that the listing passed over; everything else is worth knowing, and nothing is missing. */
const unreadCodes: ReadonlySet<string> = new Set([
  'list/link-not-followed',
  'list/not-a-file',
  'list/name-not-utf8',
  'list/unreadable-folder',
  'list/own-folder',
  'list/too-deep',
])

/** The empty list itself says these, in full. */
const rootCodes: ReadonlySet<string> = new Set(['list/root-missing', 'list/root-not-a-folder'])

/** The sentence, and how bad it is. */
export interface ListProblemWords {
  readonly tone: Severity
  readonly sentence: string
}

/** Words for the problems of a listing, toned by the worst of them; null without any. */
export function listProblemWords(all: readonly Problem[]): ListProblemWords | null {
  const problems = all.filter(({ code }) => !rootCodes.has(code))
  const [worst] = problems.map(({ severity }) => severity).sort(compareSeverity)
  if (worst === undefined) return null
  const unread = problems.filter(({ code }) => unreadCodes.has(code)).length
  const others = problems.length - unread
  const parts = [
    unread === 0 ? '' : `${formatNumberOf(unread, 'entry was', 'entries were')} not read`,
    others === 0 ? '' : formatNumberOf(others, 'note on this list', 'notes on this list'),
  ]
  return { tone: worst, sentence: parts.filter((part) => part !== '').join(', ') }
}
