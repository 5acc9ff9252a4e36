/** Facet words: what facets, their values and the filters that are set are called. Pure. */
import { eras } from '../../../../shared/rollout/eras'
import type { LinkRole } from '../../../../shared/session/links'
import type { CreatedFilter } from '../../state/createdFilter'
import type { FacetId, FacetValue } from '../../state/facets'
import { baseName, formatCount } from '../../ui/format'
import { visibleText } from '../../ui/visibleText'

/** The title of each facet. */
export const facetTitles: Readonly<Record<FacetId, string>> = {
  cwd: 'Folder',
  source: 'Source',
  originator: 'Originator',
  provider: 'Provider',
  model: 'Model',
  version: 'Codex version',
  era: 'Era',
  role: 'Part of a thread',
  form: 'Form on disk',
  archived: 'Archived',
  damaged: 'Damage',
  named: 'Name',
}

const roleWords: Readonly<Record<LinkRole, string>> = {
  thread: 'thread of its own',
  segment: 'segment',
  fork: 'fork',
  copy: 'copy',
  'sub-agent': 'sub-agent',
  review: 'review',
}

/** Values that are ours and not the file's, in words. */
const ownWords: Readonly<Partial<Record<FacetId, Readonly<Record<string, string>>>>> = {
  era: Object.fromEntries(Object.entries(eras).map(([id, { title }]) => [id, title])),
  role: roleWords,
  archived: { yes: 'Archived', no: 'Not archived' },
  damaged: { yes: 'Damaged', no: 'No damage seen' },
  named: { yes: 'With a name', no: 'Without a name' },
}

/** What a value is called that a session does not have. */
export const notRecorded = 'not recorded'

/** Characters of a value that are shown; nobody tells values apart by what comes later. */
const longest = 300

/** A value in words that fit one line. Text that could be taken for what is not recorded is in quotation marks. */
export function facetValueWords(facet: FacetId, value: FacetValue): string {
  if (value === null) return notRecorded
  const own = ownWords[facet]?.[value]
  if (own !== undefined) return own
  const text = value.length > longest ? `${visibleText(value.slice(0, longest))}…` : visibleText(value)
  return text.trim() === '' || text.trim().toLowerCase() === notRecorded ? `“${text}”` : text
}

/** A chosen facet in a few words: `Model: a or b`. Facets that are either true or not say it all in the value. */
export function facetChipWords(facet: FacetId, values: readonly FacetValue[]): string {
  const isPlain = facet === 'archived' || facet === 'damaged' || facet === 'named'
  const words = values.map((value) => {
    const text = facetValueWords(facet, value)
    return facet === 'cwd' && value !== null ? baseName(text) : text
  })
  const list = words.length > 2 ? `${formatCount(words.length)} values` : words.join(' or ')
  return isPlain ? list : `${facetTitles[facet]}: ${list}`
}

/** The days of a filter in words; null where it lets every time through. */
export function createdWords(filter: CreatedFilter): string | null {
  switch (filter.kind) {
    case 'any':
      return null
    case 'not-recorded':
      return 'No time recorded'
    case 'days': {
      const { from, to } = filter
      if (from === to) return from
      if (from === null) return `until ${to ?? ''}`
      return to === null ? `since ${from}` : `${from} to ${to}`
    }
  }
}
