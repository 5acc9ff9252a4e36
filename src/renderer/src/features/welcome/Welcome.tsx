import { FileSearch } from 'lucide-react'
import { findCommand } from '../../state/commands'
import { chooseFiles } from '../../state/opening'
import { isInSamples } from '../../state/sessionsStore'
import { useApp, useSessions, useStores } from '../../state/stores'
import { EmptyState } from '../../ui/EmptyState'
import { Kbd } from '../../ui/Kbd'
import { visibleText } from '../../ui/visibleText'
import { startState, whereLooked } from './firstStart'
import { RecentList } from './RecentList'

/** Nothing is open: says what can be, and at a first start what this is. */
export function Welcome() {
  const list = useSessions((state) => state.list)
  const all = useSessions((state) => state.counts.all)
  const root = useSessions((state) => state.roots.find((known) => known.rootId === state.rootId))
  const state = startState(list, all, root)
  return (
    <section className="pane welcome" aria-label="Session">
      {state === 'nothing-anywhere' && <FirstStart />}
      {state === 'choose-one' && <ChooseOne />}
    </section>
  )
}

function FirstStart() {
  const root = useSessions((state) => state.roots.find((known) => known.rootId === state.rootId))
  return (
    <EmptyState
      icon={FileSearch}
      title="Welcome to Rollscope"
      isPage
      actions={<Actions hasRoot />}
      after={<RecentList />}
    >
      <p>
        Rollscope shows what OpenAI’s Codex CLI recorded, byte by byte: what was asked, which commands ran,
        which files changed, and which lines are damaged. It reads only; no file is ever changed.
      </p>
      <p>
        {whereLooked(root)}
        {root !== undefined && <span className="welcome-place mono">{visibleText(root.label)}</span>}
      </p>
      <DropHint />
    </EmptyState>
  )
}

function ChooseOne() {
  return (
    <EmptyState
      icon={FileSearch}
      title="Open a session"
      isPage
      actions={<Actions hasRoot={false} />}
      after={<RecentList />}
    >
      <p>Choose one from the list.</p>
      <DropHint />
      <p>
        <Kbd label="/" /> filters the list, <Kbd label="?" /> shows all keys.
      </p>
    </EmptyState>
  )
}

function DropHint() {
  return (
    <p>
      Drop <span className="mono">.jsonl</span> and <span className="mono">.jsonl.zst</span> files or folders
      anywhere in this window. Files are opened for reading only.
    </p>
  )
}

function Actions({ hasRoot }: { readonly hasRoot: boolean }) {
  const stores = useStores()
  const canChoose = useApp((state) => state.info?.canChooseFiles ?? false)
  const areSamplesListed = useSessions(isInSamples)
  return (
    <>
      {canChoose && hasRoot && (
        <button type="button" className="button" onClick={() => void chooseFiles(stores, 'root')}>
          Choose a Codex home…
        </button>
      )}
      {canChoose && (
        <button type="button" className="button" onClick={() => void chooseFiles(stores, 'files')}>
          Open files…
        </button>
      )}
      {!areSamplesListed && (
        <button
          type="button"
          className="button"
          onClick={() => findCommand('open-samples')?.run(stores, 'other')}
        >
          Open the samples
        </button>
      )}
    </>
  )
}
