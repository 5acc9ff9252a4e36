import { CircleCheck } from 'lucide-react'
import type { WrittenReport } from '../../../../shared/validation/run'
import { copyText } from '../../state/copying'
import { useStores } from '../../state/stores'
import { CopyButton } from '../../ui/CopyButton'
import { formatBytes } from '../../ui/format'
import { visibleText } from '../../ui/visibleText'

export interface ReportDoneProps {
  readonly written: WrittenReport
}

/** Where a report lies now, and the hash by which anybody can check it. */
export function ReportDone({ written }: ReportDoneProps) {
  const { reports, window } = useStores()
  const { label, bytes, sha256 } = written
  return (
    <div className="export">
      <div className="export-body">
        <p className="export-verdict" role="status">
          <CircleCheck size={16} aria-hidden className="export-good" />
          <b>Report written</b>
          <span className="quiet">{formatBytes(bytes)}</span>
        </p>
        <Row name="File" value={label} />
        <Row name="SHA-256" value={sha256} />
        <p className="quiet">
          Keep this hash apart from the file: with it, nobody can change the report unnoticed.
        </p>
      </div>
      <div className="export-foot">
        <button type="button" className="button" onClick={() => void reports.getState().begin()}>
          Write another
        </button>
        <button
          type="button"
          className="button button-primary"
          autoFocus
          onClick={() => {
            window.getState().openDialog(null)
          }}
        >
          Close
        </button>
      </div>
    </div>
  )
}

function Row({ name, value }: { readonly name: string; readonly value: string }) {
  const stores = useStores()
  return (
    <div className="export-row">
      <span className="quiet">{name}</span>
      <span className="export-value">
        <span className="mono">{visibleText(value)}</span>
        <CopyButton label={`Copy: ${name}`} onCopy={() => copyText(stores, value, name)} />
      </span>
    </div>
  )
}
