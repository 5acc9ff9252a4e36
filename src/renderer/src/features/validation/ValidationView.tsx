import { assertNever } from '../../../../shared/assertNever'
import { useStores, useValidation } from '../../state/stores'
import { ErrorState } from '../../ui/ErrorState'
import { RunHeader } from './RunHeader'
import { RunTable } from './RunTable'
import { StartPage } from './StartPage'
import { VerdictChips } from './VerdictChips'

/** The validation of many sessions: what to validate, how far it has come, and a row for each session. */
export function ValidationView() {
  const { validation } = useStores()
  const run = useValidation((state) => state.run)
  switch (run.status) {
    case 'none':
      return (
        <section className="pane" aria-label="Validation">
          <StartPage />
        </section>
      )
    case 'failed':
      return (
        <section className="pane" aria-label="Validation">
          <ErrorState
            isPage
            error={run.error}
            actions={
              <>
                <button
                  type="button"
                  className="button"
                  onClick={() => void validation.getState().start(run.wish)}
                >
                  Try again
                </button>
                <button
                  type="button"
                  className="button"
                  onClick={() => {
                    validation.getState().clear()
                  }}
                >
                  Choose something else
                </button>
              </>
            }
          />
        </section>
      )
    case 'running':
    case 'ended':
      return (
        <section className="pane session-area" aria-label="Validation">
          <RunHeader run={run} />
          {run.state !== null && run.state.totalFiles > 0 && <VerdictChips state={run.state} />}
          <RunTable run={run} />
        </section>
      )
    default:
      return assertNever(run)
  }
}
