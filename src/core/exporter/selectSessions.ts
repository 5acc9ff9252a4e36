/** Selects sessions for an export: all pages of a query, or the files that somebody chose. In the host's thread. */
import type { ExportQuery, ExportSelection } from '../../shared/export/exportSelection'
import { err, ok, type Result } from '../../shared/result'
import type { SessionPage } from '../../shared/session/page'
import type { Problem } from '../../shared/session/session'
import type { Listing, ListOptions } from '../lister/listing'
import type { RootState } from '../lister/roots'
import type { Grants } from '../source/grants'
import { compressedCopyOf, leftOutByQuery, orderOf, type Selected, type SelectedFile } from './planExport'

/** Where the rows of a query and the grants of chosen files come from. */
export interface Rooms {
  readonly listing: Listing
  readonly grants: Grants
}

/** Rows in one page: the most that a listing gives. */
const pageRows = 1000

/** Follows a query to its last page, so that what comes after `limit` is counted. Without one there is no cap. */
export async function selectByQuery(
  { listing, grants }: Rooms,
  {
    root,
    query,
    limit,
  }: { readonly root: RootState; readonly query: ExportQuery; readonly limit: number | null },
  options: ListOptions,
): Promise<Result<Selected>> {
  const files: SelectedFile[] = []
  const compressedCopies: string[] = []
  const problems: Problem[] = []
  let counts = { scanned: 0, matched: 0, found: 0 }
  let cursor: string | null = null
  do {
    const listed: Result<SessionPage> = await listing.list(
      root,
      { ...query, limit: pageRows, cursor },
      options,
    )
    if (!listed.ok) return listed
    const page = listed.value
    for (const { fileId, name, ...row } of page.sessions) {
      const grant = grants.get(fileId)
      if (!grant.ok) return grant
      if (files.length < (limit ?? Infinity)) files.push({ grant: grant.value, name, links: row.links })
      compressedCopies.push(...compressedCopyOf(row))
    }
    problems.push(...page.problems)
    const found = counts.found + page.sessions.length
    counts = { scanned: page.scannedFiles, matched: page.matchedFiles, found }
    cursor = page.nextCursor
  } while (cursor !== null)
  const byArchived = counts.scanned - counts.matched
  const byFilters = counts.matched - counts.found
  const byLimit = counts.found - files.length
  return ok({
    selection: { kind: 'query', root: root.label, order: orderOf(query), query, limit },
    files,
    counts: { listed: counts.scanned, hidden: counts.scanned - files.length, selected: files.length },
    leftOut: leftOutByQuery({ query, byArchived, byFilters, byLimit, compressedCopies, problems }),
    problems,
  })
}

/** Takes the files that somebody chose, each once. An id that names nothing any more fails the whole. */
export function selectFiles(
  { listing, grants }: Rooms,
  { fileIds, chosenBy, filterText, listed, leftOut }: Extract<ExportSelection, { kind: 'files' }>,
): Result<Selected> {
  const files: SelectedFile[] = []
  for (const fileId of new Set(fileIds)) {
    const grant = grants.get(fileId)
    if (!grant.ok) return grant
    files.push({ grant: grant.value, name: listing.nameOf(fileId), links: null })
  }
  const all = listed ?? files.length
  if (all < files.length) {
    return err({ code: 'bad-request', message: 'More files were chosen than were listed.' })
  }
  const hidden = all - files.length
  const reason = chosenBy === 'filter' ? 'filter' : 'not-chosen'
  return ok({
    selection: { kind: 'files', order: 'as they were chosen', chosenBy, filterText },
    files,
    counts: { listed: all, hidden, selected: files.length },
    leftOut: hidden === 0 ? leftOut : [{ reason, count: hidden, paths: [] }, ...leftOut],
    problems: [],
  })
}
