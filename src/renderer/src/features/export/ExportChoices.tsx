import { useShallow } from 'zustand/react/shallow'
import { exportFormats } from '../../../../shared/export/exportFormat'
import { blockerCount } from '../../state/exportStore'
import { scopeChoices } from '../../state/exportScope'
import { useExport, useSessions, useStores, useViewer } from '../../state/stores'
import { formatBytes, formatCount, formatNumberOf } from '../../ui/format'
import { ExportPreview } from './ExportPreview'
import { formatWords, scopeWords } from './exportWords'
import { OutputFormat } from './output/OutputFormat'
import { OutputPlace } from './output/OutputPlace'

export interface ExportChoicesProps {
  readonly onClose: () => void
}

/** The choices, a preview of what they come to, and the button that begins. */
export function ExportChoices({ onClose }: ExportChoicesProps) {
  const { exports } = useStores()
  const canStart = useExport(
    (state) =>
      state.plan.status === 'planned' &&
      state.destination !== null &&
      state.targetError === null &&
      state.plan.plan.counts.selected > 0 &&
      (state.leavesOutUnreadable || blockerCount(state.plan.plan, state.format) === 0),
  )
  const count = useExport(({ plan, format }) => {
    if (plan.status !== 'planned') return null
    return plan.plan.counts.selected - (format === 'csv' ? 0 : plan.plan.blockerCount.file)
  })
  return (
    <form
      className="export"
      onSubmit={(event) => {
        event.preventDefault()
        if (canStart) void exports.getState().start()
      }}
    >
      <div className="export-body">
        <ScopeField />
        <FormatField />
        <ExportPreview />
        <PlaceField />
      </div>
      <div className="export-foot">
        <Sum />
        <button type="button" className="button" onClick={onClose}>
          Cancel
        </button>
        <button type="submit" className="button button-primary" disabled={!canStart}>
          {count === null ? 'Export' : `Export ${formatNumberOf(count, 'session')}`}
        </button>
      </div>
    </form>
  )
}

/** What it all comes to, in sight wherever the choices are scrolled to. */
function Sum() {
  const plan = useExport((state) => (state.plan.status === 'planned' ? state.plan.plan : null))
  if (plan === null) return null
  const leftOut = plan.leftOut.reduce((sum, { count }) => sum + count, 0)
  return (
    <span className="export-sum quiet">
      {formatBytes(plan.sourceBytes)} on disk{leftOut > 0 ? `, ${formatCount(leftOut)} left out` : ''}
    </span>
  )
}

function ScopeField() {
  const { exports } = useStores()
  const chosen = useExport((state) => state.scope)
  const sessions = useSessions(
    useShallow(({ index, visible, marked, view, rootId, counts, matchedFiles }) => ({
      index,
      visible,
      marked,
      view,
      rootId,
      counts,
      matchedFiles,
    })),
  )
  const session = useViewer((state) => state.session)
  return (
    <fieldset className="export-field">
      <legend>What</legend>
      {scopeChoices({ sessions, session }).map(({ scope, count }) => (
        <label key={scope} className="export-choice">
          <input
            type="radio"
            name="export-scope"
            checked={scope === chosen}
            onChange={() => void exports.getState().setScope(scope)}
          />
          <span>{scopeWords(scope, count)}</span>
        </label>
      ))}
    </fieldset>
  )
}

function FormatField() {
  const { exports } = useStores()
  return (
    <OutputFormat
      name="export-format"
      formats={exportFormats}
      words={formatWords}
      chosen={useExport((state) => state.format)}
      onChoose={(format) => {
        exports.getState().setFormat(format)
      }}
    />
  )
}

function PlaceField() {
  return (
    <OutputPlace
      output={useExport((state) => state)}
      nameLabel="New folder"
      otherwise={
        <>
          export with <span className="mono">rollscope export</span>
        </>
      }
    />
  )
}
