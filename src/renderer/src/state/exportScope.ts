/** Export scope: which sessions can be exported from here, and how each choice names them to the host. Pure. */
import { mostFilterText } from '../../../shared/export/exportFormat'
import type { ExportSelection } from '../../../shared/export/exportSelection'
import { anySession } from '../../../shared/session/anySession'
import type { SessionsState } from './sessionsStore'
import { hasFilters, type SessionView } from './sessionView'
import type { OpenSession } from './viewerTypes'

export const exportScopes = ['marked', 'shown', 'all', 'open'] as const
export type ExportScope = (typeof exportScopes)[number]

/** One choice, with how many sessions it holds as far as the list knows. */
export interface ScopeChoice {
  readonly scope: ExportScope
  readonly count: number
}

/** What the choices are made from. */
export interface ScopeParts {
  readonly sessions: Pick<
    SessionsState,
    'index' | 'visible' | 'marked' | 'view' | 'rootId' | 'counts' | 'matchedFiles'
  >
  readonly session: OpenSession
}

/** The choices that there are: none without sessions in it, and the filter's only while there is a filter. */
export function scopeChoices({ sessions, session }: ScopeParts): readonly ScopeChoice[] {
  const { marked, view, visible, counts, matchedFiles } = sessions
  const choices: readonly ScopeChoice[] = [
    { scope: 'marked', count: marked.size },
    { scope: 'shown', count: hasFilters(view) ? visible.length : 0 },
    { scope: 'all', count: Math.max(counts.all, matchedFiles) },
    { scope: 'open', count: session.status === 'ready' ? 1 : 0 },
  ]
  return choices.filter(({ count }) => count > 0)
}

/** Returns a choice as the host takes it; null where there is nothing of that kind any more. */
export function selectionOf(scope: ExportScope, { sessions, session }: ScopeParts): ExportSelection | null {
  const { index, visible, marked, view, rootId } = sessions
  const listed = index.rows.length
  const files = (fileIds: readonly string[]) => ({
    kind: 'files' as const,
    fileIds: [...fileIds],
    leftOut: [],
  })
  switch (scope) {
    case 'marked':
      // Marked files may lie outside of what is listed now.
      return {
        ...files([...marked]),
        chosenBy: 'marks',
        filterText: null,
        listed: Math.max(listed, marked.size),
      }
    case 'shown': {
      const fileIds = [...visible].flatMap((row) => index.rows[row]?.fileId ?? [])
      return { ...files(fileIds), chosenBy: 'filter', filterText: filterText(view), listed }
    }
    case 'all':
      return rootId === null
        ? null
        : { kind: 'query', rootId, query: { ...anySession, ...orderOf(view) }, limit: null }
    case 'open':
      return session.status === 'ready'
        ? { ...files([session.fileId]), chosenBy: 'open-session', filterText: null, listed: null }
        : null
  }
}

function orderOf({ sort, ascending }: SessionView): Pick<SessionView, 'sort' | 'ascending'> {
  return { sort, ascending }
}

/** The filters of the window as one text, for the record of the export. A text that is cut says so. */
export function filterText({ query, facets, created, zone }: SessionView): string {
  const chosen = [...facets].map(([facet, values]) => [facet, [...values]] as const)
  const days = created.kind === 'any' ? {} : { created, zone }
  const text = JSON.stringify({ query, ...Object.fromEntries(chosen), ...days })
  if (text.length <= mostFilterText) return text
  const end = `… (${String(text.length)} characters, cut)`
  return text.slice(0, mostFilterText - end.length) + end
}
