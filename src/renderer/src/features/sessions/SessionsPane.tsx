import { FolderSearch, Inbox, ListFilter, ShieldCheck } from 'lucide-react'
import { findCommand } from '../../state/commands'
import { usePreferences, useSessions, useStores } from '../../state/stores'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorState } from '../../ui/ErrorState'
import { formatCount, zoneLabel } from '../../ui/format'
import { visibleText } from '../../ui/visibleText'
import { isOnly } from '../../state/facets'
import { wordsOf, type SessionView } from '../../state/sessionView'
import { emptyRootWords } from './emptyRoot'
import { createdWords, facetChipWords } from './facetWords'
import { ListFoot } from './ListFoot'
import { ListProblemsLine } from './ListProblems'
import { RootMenu } from './RootMenu'
import { SessionFilter } from './SessionFilter'
import { SessionList } from './SessionList'

/** Left pane: the root, the filter and the sessions. */
export function SessionsPane() {
  return (
    <nav className="pane pane-quiet" aria-label="Sessions">
      <div className="rail-head">
        <RootMenu />
      </div>
      <SessionFilter />
      <ListHead />
      <ListProblemsLine />
      <ListBody />
      <ListFoot />
    </nav>
  )
}

/** How many rows are on show of how many, and the zone of all times below. */
function ListHead() {
  const shown = useSessions((state) => state.visible.length)
  const all = useSessions((state) => state.counts.all)
  const matched = useSessions((state) => state.matchedFiles)
  const list = useSessions((state) => state.list)
  const zone = usePreferences((state) => state.timeZone)
  const counts = shown === all ? formatCount(all) : `${formatCount(shown)} of ${formatCount(all)}`
  const isPartial = (list.status === 'loading' || list.status === 'stopped') && matched > all
  return (
    <div className="list-head">
      <span aria-live="polite">
        {counts}
        {isPartial ? ` read, ${formatCount(matched)} in all` : ''}
      </span>
      <span>{zoneLabel(zone)}</span>
    </div>
  )
}

function ListBody() {
  const stores = useStores()
  const shown = useSessions((state) => state.visible.length)
  const all = useSessions((state) => state.counts.all)
  const list = useSessions((state) => state.list)
  const view = useSessions((state) => state.view)
  if (shown > 0) return <SessionList />
  if (list.status === 'failed' && all === 0) {
    return (
      <ErrorState
        error={list.error}
        actions={
          <button type="button" className="button" onClick={() => void stores.sessions.getState().reload()}>
            Try again
          </button>
        }
      />
    )
  }
  if (list.status === 'idle' || (list.status === 'loading' && all === 0)) return <Skeleton />
  if (all === 0) return <NothingHere />
  if (list.status === 'loading') {
    return (
      <EmptyState icon={ListFilter} title="None so far" role="status">
        <p>Searched {formatCount(all)} sessions; the rest is being read.</p>
      </EmptyState>
    )
  }
  const isOfDamage = isOnly(view.facets, 'damaged', 'yes') && view.facets.size === 1
  const isDamaged = isOfDamage && view.created.kind === 'any' && wordsOf(view.query).length === 0
  return (
    <EmptyState
      icon={isDamaged ? ShieldCheck : ListFilter}
      title={isDamaged ? 'No damage seen in the list' : 'No session matches'}
      role="status"
      actions={
        <button
          type="button"
          className="button"
          onClick={() => {
            stores.sessions.getState().clearFilters()
          }}
        >
          Show all {formatCount(all)}
        </button>
      }
    >
      <p>
        {isDamaged
          ? 'The list reads only the beginning and the end of each file. Open a session to check all of it.'
          : `None of ${formatCount(all)} sessions has all of this: ${filterWords(view).join('; ')}.`}
      </p>
    </EmptyState>
  )
}

/** Every filter that is set, for a list that they leave empty. */
function filterWords({ query, facets, created }: SessionView): readonly string[] {
  const days = createdWords(created)
  return [
    ...(wordsOf(query).length === 0 ? [] : ['these words in its name, text, folder, id or path']),
    ...(days === null ? [] : [`created ${days}`.replace('created No', 'no')]),
    ...[...facets].map(([facet, values]) => facetChipWords(facet, [...values])),
  ]
}

/** Stands in for rows while the first page is on its way; appears only when that takes a while. */
function Skeleton() {
  return (
    <div className="session-skeleton late" role="status" aria-label="Reading the session list">
      {Array.from({ length: 12 }, (_, row) => (
        <div key={row} className="session-bone" aria-hidden />
      ))}
    </div>
  )
}

/** An empty root. Says which one, why as far as that is known, and what can be done. */
function NothingHere() {
  const stores = useStores()
  const root = useSessions((state) => state.roots.find((known) => known.rootId === state.rootId))
  const problems = useSessions((state) => state.problems)
  const { isBroken, title, advice } = emptyRootWords(root, problems)
  return (
    <EmptyState
      icon={isBroken ? FolderSearch : Inbox}
      title={title}
      role="status"
      actions={
        <>
          {isBroken && (
            <button type="button" className="button" onClick={() => void stores.sessions.getState().reload()}>
              Read the list again
            </button>
          )}
          {root?.kind !== 'samples' && (
            <button
              type="button"
              className="button"
              onClick={() => findCommand('open-samples')?.run(stores, 'other')}
            >
              Open the samples
            </button>
          )}
        </>
      }
    >
      {root !== undefined && <p className="mono">{visibleText(root.label)}</p>}
      {problems.slice(0, 3).map(({ message, path }) => (
        <p key={`${message}${path ?? ''}`}>
          {message} {path !== null && path !== root?.label ? visibleText(path) : ''}
        </p>
      ))}
      {advice !== null && <p>{advice}</p>}
      <p>Drop rollout files or a folder anywhere in this window to open them.</p>
    </EmptyState>
  )
}
