import { useState } from 'react'
import { ListChecks } from 'lucide-react'
import { useSessions, useStores } from '../../state/stores'
import { validate, wishOfAll, wishOfMarked } from '../../state/validating'
import { EmptyState } from '../../ui/EmptyState'
import { formatNumberOf } from '../../ui/format'
import { visibleText } from '../../ui/visibleText'

/** What can be validated from here. */
export function StartPage() {
  const stores = useStores()
  const [withArchived, setWithArchived] = useState(true)
  const root = useSessions((state) => state.roots.find((known) => known.rootId === state.rootId))
  const marked = useSessions((state) => state.marked.size)
  return (
    <EmptyState
      icon={ListChecks}
      title="Validate many sessions"
      isPage
      actions={
        <>
          <button
            type="button"
            className="button button-primary"
            disabled={root === undefined}
            onClick={() => {
              validate(stores, wishOfAll(stores, withArchived))
            }}
          >
            Validate all sessions
          </button>
          <button
            type="button"
            className="button"
            disabled={marked === 0}
            onClick={() => {
              validate(stores, wishOfMarked(stores))
            }}
          >
            {marked === 0
              ? 'Validate marked sessions'
              : `Validate ${formatNumberOf(marked, 'marked session')}`}
          </button>
        </>
      }
      after={
        <label className="run-archived">
          <input
            type="checkbox"
            checked={withArchived}
            onChange={(event) => {
              setWithArchived(event.target.checked)
            }}
          />
          All sessions: archived ones, too
        </label>
      }
    >
      <p>
        Every byte of every file is read, and each gets a verdict. Nothing is changed. It can be cancelled at
        any time, and what was found until then stays.
      </p>
      {root !== undefined && <p className="mono">{visibleText(root.label)}</p>}
    </EmptyState>
  )
}
