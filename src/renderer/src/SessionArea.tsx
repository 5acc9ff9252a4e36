import { FileSearch } from 'lucide-react'
import type { RolloutHeader } from '../../shared/contract/openRollout'
import { assertNever } from '../../shared/assertNever'
import { reportOf } from './state/checkState'
import { useStores, useViewer, useWindow } from './state/stores'
import { views, type View } from './state/windowStore'
import { FindingsView } from './features/findings/FindingsView'
import { EyeButton } from './features/lines/EyeButton'
import { FilterButton } from './features/lines/FilterButton'
import { LinesView } from './features/lines/LinesView'
import { DiskBanner } from './features/session-header/DiskBanner'
import { SessionHeader } from './features/session-header/SessionHeader'
import { StripView } from './features/strip/StripView'
import { Welcome } from './features/welcome/Welcome'
import { EmptyState } from './ui/EmptyState'
import { ErrorState } from './ui/ErrorState'
import { formatCount } from './ui/format'
import { visibleText } from './ui/visibleText'

export interface SessionAreaProps {
  readonly themeKey: string
}

/** Centre: the open session, or why there is none. */
export function SessionArea({ themeKey }: SessionAreaProps) {
  const { viewer, jobs } = useStores()
  const session = useViewer((state) => state.session)
  switch (session.status) {
    case 'none':
      return <Welcome />
    case 'opening':
      return (
        <section className="pane" aria-label="Session">
          <EmptyState
            icon={FileSearch}
            title="Opening"
            isPage
            role="status"
            actions={
              <button
                type="button"
                className="button"
                onClick={() => {
                  jobs.getState().cancel(session.jobId)
                }}
              >
                Cancel
              </button>
            }
          >
            <p>{visibleText(session.title)}</p>
          </EmptyState>
        </section>
      )
    case 'failed': {
      const isChanged = session.error.code === 'changed'
      return (
        <section className="pane" aria-label="Session">
          <ErrorState
            isPage
            error={session.error}
            file={session.title}
            actions={
              <button
                type="button"
                className="button"
                onClick={() => void viewer.getState().reopen(isChanged)}
              >
                {isChanged ? 'Open what is there now' : 'Try again'}
              </button>
            }
          />
        </section>
      )
    }
    case 'ready':
      return <ReadySession key={session.fileId} header={session.header} themeKey={themeKey} />
    default:
      return assertNever(session)
  }
}

function ReadySession({ header, themeKey }: { readonly header: RolloutHeader; readonly themeKey: string }) {
  const view = useWindow((state) => state.view)
  const isEmpty = header.contentBytes === 0
  return (
    <section className="pane session-area" aria-label="Session">
      <SessionHeader header={header} />
      <StripView header={header} themeKey={themeKey} />
      <DiskBanner header={header} />
      <div className="tabs-row">
        <ViewTabs />
        <EyeButton />
        <FilterButton />
      </div>
      <div className="pane" role="tabpanel" id={`panel-${view}`} aria-labelledby={`tab-${view}`}>
        {isEmpty && view === 'lines' ? (
          <EmptyState icon={FileSearch} title="This file is empty" role="status">
            <p className="mono">{visibleText(header.name)}</p>
            <p>
              It has 0 bytes. Codex creates the file before it writes the first line; a crash can leave it so.
            </p>
          </EmptyState>
        ) : (
          <ViewBody view={view} />
        )}
      </div>
    </section>
  )
}

function ViewBody({ view }: { readonly view: View }) {
  switch (view) {
    case 'lines':
      return <LinesView />
    case 'findings':
      return <FindingsView />
    default:
      return assertNever(view)
  }
}

const viewWords: Readonly<Record<View, string>> = { lines: 'Lines', findings: 'Findings' }

function ViewTabs() {
  const { window } = useStores()
  const view = useWindow((state) => state.view)
  const counts = useViewer((state) => reportOf(state)?.counts ?? null)
  const tone =
    counts === null ? undefined : counts.error > 0 ? 'error' : counts.warning > 0 ? 'warning' : undefined
  const total = counts === null ? null : counts.error + counts.warning + counts.info
  return (
    <div className="tabs" role="tablist" aria-label="Views of the session">
      {views.map((known) => (
        <button
          key={known}
          id={`tab-${known}`}
          type="button"
          role="tab"
          className="tab"
          aria-selected={known === view}
          aria-controls={`panel-${view}`}
          onClick={() => {
            window.getState().show(known)
          }}
        >
          {viewWords[known]}
          {known === 'findings' && (
            <span className="tab-count" data-tone={tone}>
              {total === null ? '…' : formatCount(total)}
            </span>
          )}
        </button>
      ))}
    </div>
  )
}
