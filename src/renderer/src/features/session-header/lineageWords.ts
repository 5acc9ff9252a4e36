/** Lineage words: what the header says of the files that one belongs with, a clause for each. */
import type { ChainLink, Lineage, Relative } from '../../../../shared/rollout/lineage'
import type { SessionLinks } from '../../../../shared/session/links'
import { formatCount } from '../../ui/format'

/** The other file of a clause. `fileId` null means that there is nothing to open; `line` is where it opens. */
export interface Mention {
  readonly label: string
  readonly hint: string
  readonly fileId: string | null
  readonly line: number | null
}

/** One clause: words, a file, and words. `tone` `warning` is for what is not there. */
export interface Clause {
  readonly before: string
  readonly mention: Mention | null
  readonly after: string
  readonly tone: 'plain' | 'warning'
}

/** True for a file that names others, by what a list knows of it. */
export function hasRelatives(links: SessionLinks): boolean {
  const { role, forkedFromId, parentThreadId, baseRolloutId, copiedFromId } = links
  return (
    role !== 'thread' || [forkedFromId, parentThreadId, baseRolloutId, copiedFromId].some((id) => id !== null)
  )
}

/** Returns what is said of a file, the most telling first. Empty where its neighbours say nothing about it. */
export function lineageClauses(lineage: Lineage): readonly Clause[] {
  const { chain, copy, forkedFrom, startedBy } = lineage
  const base = chain.at(-2)
  const clauses: (Clause | null)[] = [
    startedBy === null ? null : startedClause(startedBy, lineage),
    base === undefined ? cycleClause(lineage) : baseClause(base, chain.length, lineage),
    copy === null ? null : copyClause(copy, lineage),
  ]
  const isTold = base !== undefined || copy !== null
  if (!isTold && forkedFrom !== null) clauses.push(absent('Forked from', forkedFrom, lineage))
  return clauses.filter((clause) => clause !== null)
}

function startedClause(startedBy: NonNullable<Lineage['startedBy']>, lineage: Lineage): Clause {
  return absent(startedBy.as === 'review' ? 'Review started by' : 'Sub-agent started by', startedBy, lineage)
}

function baseClause(base: ChainLink, files: number, lineage: Lineage): Clause {
  const relative: Relative = { ...base, id: base.id ?? 'a rollout that it does not name' }
  const line = base.lineCount === null || base.lineCount === 0 ? null : base.lineCount
  const clause = absent('Goes on from', relative, lineage, line)
  if (clause.tone === 'warning') return clause
  const place = line === null ? '' : ` at line ${formatCount(line)}`
  const more = files > 2 ? `, ${formatCount(files)} files in all` : ''
  return { ...clause, after: place + more }
}

/** Bases that go round in a circle have no file before this one. */
function cycleClause({ findings }: Lineage): Clause | null {
  if (!findings.some(({ rule }) => rule === 'lineage/cycle')) return null
  return {
    before: 'Goes on from itself: its history has no beginning',
    mention: null,
    after: '',
    tone: 'warning',
  }
}

function copyClause(copy: NonNullable<Lineage['copy']>, lineage: Lineage): Clause {
  const { firstLine, lastLine, basis, from } = copy
  const lines =
    lastLine === null
      ? `from line ${formatCount(firstLine)} on; where they end is not known`
      : `lines ${formatCount(firstLine)}-${formatCount(lastLine)}${basis === 'times' ? ' by their times' : ''}`
  if (from === null) return { before: `Inherited records, ${lines}`, mention: null, after: '', tone: 'plain' }
  const clause = absent('Records of', from, lineage)
  return { ...clause, after: `${clause.after === '' ? '' : `${clause.after},`} are copied in, ${lines}` }
}

/** A clause about a file that may not be there. */
function absent(
  before: string,
  relative: Relative,
  { lookedIn }: Lineage,
  line: number | null = null,
): Clause {
  const mention = mentionOf(relative, line)
  if (relative.fileId !== null) return { before, mention, after: '', tone: 'plain' }
  const after = {
    home: ', which is not in this home',
    folder: ', which is not in this folder',
    nowhere: '; where this copy came from is not known',
  }[lookedIn]
  return { before, mention, after, tone: 'warning' }
}

function mentionOf({ id, fileId, name, title }: Relative, line: number | null): Mention {
  return { label: title ?? shortId(id), hint: name ?? id, fileId, line }
}

/** Ids of one day begin alike: their ends tell them apart. */
function shortId(id: string): string {
  return id.length > 20 && !id.includes(' ') ? `${id.slice(0, 8)}…${id.slice(-6)}` : id
}
