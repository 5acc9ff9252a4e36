import type { RunState } from '../../../../shared/validation/run'
import { useStores, useValidation } from '../../state/stores'
import { formatCount } from '../../ui/format'
import { VerdictIcon } from './VerdictIcon'
import { chipOrder, verdictLook } from './runWords'

export interface VerdictChipsProps {
  readonly state: RunState
}

/** Filter of the rows by verdict, with how many there are of each. */
export function VerdictChips({ state }: VerdictChipsProps) {
  const { validation } = useStores()
  const chosen = useValidation(({ view }) => view.verdicts)
  const isSorted = useValidation((known) => known.isSorted)
  return (
    <div className="run-chips" role="group" aria-label="Show by verdict">
      <button
        type="button"
        className="run-chip"
        aria-pressed={chosen.length === 0}
        onClick={() => {
          validation.getState().showAllVerdicts()
        }}
      >
        All <span className="num">{formatCount(state.totalFiles)}</span>
      </button>
      {chipOrder.map((verdict) => (
        <button
          key={verdict}
          type="button"
          className="run-chip"
          aria-pressed={chosen.includes(verdict)}
          data-empty={state.verdicts[verdict] === 0}
          onClick={() => {
            validation.getState().toggleVerdict(verdict)
          }}
        >
          <VerdictIcon verdict={verdict} />
          {verdictLook(verdict).word} <span className="num">{formatCount(state.verdicts[verdict])}</span>
        </button>
      ))}
      {!isSorted && (
        <button
          type="button"
          className="link run-resort"
          onClick={() => {
            validation.getState().sortAnew()
          }}
        >
          Sort in what came since
        </button>
      )}
    </div>
  )
}
