/** Selects sessions for an export: all pages of a query, or the files that somebody chose. In the host's thread. */
import type { ExportQuery, ExportSelection } from '../../shared/export/exportSelection'
import { err, ok, type Result } from '../../shared/result'
import type { SessionPage } from '../../shared/session/page'
import type { Problem } from '../../shared/session/session'
import type { Listing, ListOptions } from '../lister/listing'
import type { RootState } from '../lister/roots'
import type { Grants } from '../source/grants'
import { compressedCopyOf, leftOutByQuery, orderOf, type Selected, type SelectedFile } from './planExport'

export interface Rooms {
  readonly listing: Listing
  readonly grants: Grants
}

/** Rows in one page: the most that a listing gives. */
const pageRows = 1000

/** Follows a query to its last page. There is no cap: what is exported is all that the query finds. */
export async function selectByQuery(
  { listing, grants }: Rooms,
  { root, query }: { readonly root: RootState; readonly query: ExportQuery },
  options: ListOptions,
): Promise<Result<Selected>> {
  const files: SelectedFile[] = []
  const compressedCopies: string[] = []
  const problems: Problem[] = []
  let counts = { scanned: 0, matched: 0 }
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
      files.push({ grant: grant.value, name })
      compressedCopies.push(...compressedCopyOf(row))
    }
    problems.push(...page.problems)
    counts = { scanned: page.scannedFiles, matched: page.matchedFiles }
    cursor = page.nextCursor
  } while (cursor !== null)
  const byArchived = counts.scanned - counts.matched
  const byFilters = counts.matched - files.length
  return ok({
    selection: { kind: 'query', root: root.label, order: orderOf(query), query },
    files,
    counts: { listed: counts.scanned, hidden: byArchived + byFilters, selected: files.length },
    leftOut: leftOutByQuery({ query, byArchived, byFilters, compressedCopies, problems }),
    problems,
  })
}

/** Takes the files that somebody chose, each once. An id that names nothing any more fails the whole. */
export function selectFiles(
  { listing, grants }: Rooms,
  { fileIds, chosenBy, filterText, listed }: Extract<ExportSelection, { kind: 'files' }>,
): Result<Selected> {
  const files: SelectedFile[] = []
  for (const fileId of new Set(fileIds)) {
    const grant = grants.get(fileId)
    if (!grant.ok) return grant
    files.push({ grant: grant.value, name: listing.nameOf(fileId) })
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
    leftOut: hidden === 0 ? [] : [{ reason, count: hidden, paths: [] }],
    problems: [],
  })
}
