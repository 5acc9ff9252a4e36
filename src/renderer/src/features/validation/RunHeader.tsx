import { useEffect } from 'react'
import type { RunState } from '../../../../shared/validation/run'
import type { ValidationRun } from '../../state/validationRun'
import { endWords } from '../../state/runEnd'
import { useStores } from '../../state/stores'
import { visibleText } from '../../ui/visibleText'
import { RunNotes } from './RunNotes'
import { progressWords, sumWords } from './runWords'

export interface RunHeaderProps {
  readonly run: Extract<ValidationRun, { readonly status: 'running' | 'ended' }>
}

/** What is validated, how far it has come, and what can be done with it. Its lines keep their height. */
export function RunHeader({ run }: RunHeaderProps) {
  const { window } = useStores()
  const { state, wish } = run
  const isCancelling = run.status === 'running' && run.isCancelled
  const words = isCancelling ? 'Cancelling…' : state === null ? 'Finding the files…' : progressWords(state)
  const ended = run.status === 'ended' ? endWords(run.state) : null
  useEffect(() => {
    if (ended !== null) window.getState().announce(ended)
  }, [ended, window])
  return (
    <header className="run-header">
      <div className="identity">
        <h1 className="identity-title clip" title={visibleText(wish.words)}>
          {visibleText(wish.words)}
        </h1>
        <Actions run={run} />
      </div>
      <div className="run-progress">{run.status === 'running' && <Progress state={state} />}</div>
      <p className="run-line">
        <span className="clip" title={words}>
          {words}
        </span>
        <span className="quiet run-sum">{state === null ? '' : sumWords(state)}</span>
      </p>
      {state !== null && <RunNotes state={state} />}
    </header>
  )
}

/** While there is something to wait for. Its room is kept when it is gone. */
function Progress({ state }: { readonly state: RunState | null }) {
  const isKnown = state !== null && state.totalBytes > 0
  const share = isKnown ? Math.min(1, state.doneBytes / state.totalBytes) : 0
  return (
    <div
      className="progress"
      role="progressbar"
      aria-label="Validated"
      aria-valuemin={0}
      aria-valuemax={100}
      {...(isKnown ? { 'aria-valuenow': Math.floor(share * 100) } : {})}
      data-unknown={!isKnown}
    >
      <span style={isKnown ? { transform: `scaleX(${String(share)})` } : {}} />
    </div>
  )
}

function Actions({ run }: RunHeaderProps) {
  const { validation, reports, window } = useStores()
  if (run.status === 'running') {
    return (
      <button
        type="button"
        className="button"
        disabled={run.isCancelled}
        onClick={() => {
          validation.getState().cancel()
        }}
      >
        Cancel
      </button>
    )
  }
  return (
    <>
      <button
        type="button"
        className="button"
        onClick={() => {
          validation.getState().clear()
        }}
      >
        Validate again…
      </button>
      <button
        type="button"
        className="button button-primary"
        onClick={() => {
          void reports.getState().begin()
          window.getState().openDialog('report')
        }}
      >
        Export report…
      </button>
    </>
  )
}
