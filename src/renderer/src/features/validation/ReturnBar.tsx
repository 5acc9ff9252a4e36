import { ArrowLeft } from 'lucide-react'
import { useStores, useValidation } from '../../state/stores'
import { showValidation } from '../../state/validating'
import { formatCount } from '../../ui/format'
import { Kbd } from '../../ui/Kbd'

/** The way back from a session to the validation that it is part of, with how that stands. */
export function ReturnBar() {
  const stores = useStores()
  const state = useValidation(({ run }) =>
    run.status === 'running' || run.status === 'ended' ? run.state : null,
  )
  if (state === null) return null
  const { damaged, unreadable } = state.verdicts
  const rest =
    state.phase === 'checking'
      ? `, ${formatCount(state.doneFiles)} of ${formatCount(state.totalFiles)} so far`
      : ''
  return (
    <div className="return-bar">
      <button
        type="button"
        className="link"
        onClick={() => {
          showValidation(stores)
        }}
      >
        <ArrowLeft size={13} aria-hidden /> Back to the validation <Kbd label="v" />
      </button>
      <span className="quiet">
        {formatCount(damaged)} damaged, {formatCount(unreadable)} not read{rest}
      </span>
    </div>
  )
}
