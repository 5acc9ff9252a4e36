import { useMemo } from 'react'
import { findCommand } from '../../state/commands'
import { markCounts } from '../../state/marksSlice'
import { useSessions, useStores } from '../../state/stores'
import { hiddenWords, markWords } from './hiddenWords'

/** Below the list: what is marked, and what the filters hide. Buttons that go away hand the focus to the list. */
export function ListFoot() {
  return (
    <>
      <MarksBar />
      <HiddenLine />
    </>
  )
}

function HiddenLine() {
  const { sessions, window } = useStores()
  const hidden = useSessions((state) => state.hidden)
  const isComplete = useSessions((state) => state.list.status === 'complete')
  const shown = useSessions((state) => state.visible.length)
  const drawn = useSessions((state) => state.drawn)
  const context = useMemo(() => drawn.threads?.isContext.reduce((sum, flag) => sum + flag, 0) ?? 0, [drawn])
  const words = hiddenWords({ ...hidden, context, isComplete })
  // An empty list says it itself, with what was looked at.
  if (words === null || shown === 0) return null
  return (
    <div className="list-foot">
      <span>{words}</span>
      <button
        type="button"
        className="link"
        onClick={() => {
          sessions.getState().clearFilters()
          window.getState().requestFocus('sessions')
        }}
      >
        Show all
      </button>
    </div>
  )
}

function MarksBar() {
  const stores = useStores()
  const marked = useSessions((state) => state.marked)
  const index = useSessions((state) => state.index)
  const visible = useSessions((state) => state.visible)
  const words = useMemo(() => markWords(markCounts({ marked, index, visible })), [marked, index, visible])
  const exporting = findCommand('export')
  if (words === null) return null
  return (
    <div className="marks-bar" role="group" aria-label="Marked sessions">
      <span role="status" className="clip">
        <b>{words.main}</b>
        {words.rest !== '' && <span className="quiet"> · {words.rest}</span>}
      </span>
      {exporting !== undefined && (
        <button
          type="button"
          className="button button-small"
          onClick={() => {
            exporting.run(stores, 'sessions')
          }}
        >
          Export…
        </button>
      )}
      <button
        type="button"
        className="button button-small"
        onClick={() => {
          stores.sessions.getState().clearMarks()
          stores.window.getState().requestFocus('sessions')
        }}
      >
        Clear
      </button>
    </div>
  )
}
