import { assertNever } from '../../../../shared/assertNever'
import type { ExportPlan } from '../../../../shared/export/exportPlan'
import { blockerCount, type PlanState } from '../../state/exportStore'
import { useExport, useStores } from '../../state/stores'
import { SeverityIcon } from '../../ui/SeverityIcon'
import { formatBytes, formatCount, formatNumberOf } from '../../ui/format'
import { visibleText } from '../../ui/visibleText'
import { leftOutWords, withoutBaseWords } from './exportWords'

/** So many names are shown; what is beyond is counted. */
const namesShown = 3

/** What an export would hold and how much, what it leaves out, and what stands in its way. */
export function ExportPreview() {
  const plan = useExport((state) => state.plan)
  return (
    <section className="export-field" aria-label="Preview" aria-live="polite">
      <h3>Preview</h3>
      <div className="export-preview">
        <Preview plan={plan} />
      </div>
    </section>
  )
}

function Preview({ plan }: { readonly plan: PlanState }) {
  const { exports } = useStores()
  switch (plan.status) {
    case 'none':
      return <p className="quiet">There is nothing to export.</p>
    case 'planning':
      return <p className="quiet late">Looking at the files…</p>
    case 'failed':
      return (
        <p role="alert">
          {visibleText(plan.error.message)}{' '}
          <button
            type="button"
            className="link"
            onClick={() => void exports.getState().setScope(exports.getState().scope)}
          >
            Look again
          </button>
        </p>
      )
    case 'planned':
      return <Planned plan={plan.plan} />
    default:
      return assertNever(plan)
  }
}

function Planned({ plan }: { readonly plan: ExportPlan }) {
  const { counts, sourceBytes, order, files, leftOut } = plan
  const readable = counts.selected - plan.blockerCount.file
  return (
    <>
      <p>
        <b>{formatNumberOf(counts.selected, 'session')}</b>, {formatBytes(sourceBytes)} on disk, {order}
      </p>
      <ul className="export-files">
        {files.slice(0, namesShown).map(({ path, sizeBytes }) => (
          <li key={path}>
            <span className="mono clip" title={visibleText(path)}>
              {visibleText(path.split('/').at(-1) ?? path)}
            </span>
            <span className="quiet">{formatBytes(sizeBytes)}</span>
          </li>
        ))}
      </ul>
      {readable > namesShown && <p className="quiet">and {formatCount(readable - namesShown)} more</p>}
      {leftOut.length > 0 && <p className="quiet">Left out: {leftOut.map(leftOutWords).join('; ')}</p>}
      <WithoutBase plan={plan} />
      <Blockers plan={plan} />
    </>
  )
}

/** A table holds no histories, so it has none that is not whole. */
function WithoutBase({ plan }: { readonly plan: ExportPlan }) {
  const format = useExport((state) => state.format)
  const words = format === 'csv' ? null : withoutBaseWords(plan.withoutBase)
  if (words === null) return null
  return (
    <p className="export-without-base">
      <SeverityIcon severity="warning" /> {visibleText(words)}
    </p>
  )
}

function Blockers({ plan }: { readonly plan: ExportPlan }) {
  const { exports } = useStores()
  const format = useExport((state) => state.format)
  const leavesOut = useExport((state) => state.leavesOutUnreadable)
  const count = blockerCount(plan, format)
  if (count === 0) return null
  const [first] = plan.blockers.filter(({ what }) => format !== 'csv' || what === 'place')
  return (
    <div className="export-blockers">
      <p>
        <SeverityIcon severity="error" /> {visibleText(first?.message ?? '')}
        {count > 1 ? ` So it is with ${formatCount(count - 1)} more.` : ''}
      </p>
      <label className="export-choice">
        <input
          type="checkbox"
          checked={leavesOut}
          onChange={(event) => {
            exports.getState().setLeavesOutUnreadable(event.target.checked)
          }}
        />
        <span>Export without what cannot be read; selection.json will say so</span>
      </label>
    </div>
  )
}
