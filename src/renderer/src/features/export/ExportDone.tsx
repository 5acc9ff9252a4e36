import { CircleCheck } from 'lucide-react'
import type { ExportFormat } from '../../../../shared/export/exportFormat'
import type { ExportResult } from '../../../../shared/export/exportPlan'
import { copyText } from '../../state/copying'
import { useStores } from '../../state/stores'
import { CopyButton } from '../../ui/CopyButton'
import { formatBytes, formatNumberOf } from '../../ui/format'
import { visibleText } from '../../ui/visibleText'
import { formatWords } from './exportWords'

const verifyCommand = 'sha256sum -c manifest.sha256'

export interface ExportDoneProps {
  readonly result: ExportResult
  readonly format: ExportFormat
}

/** What an export made, and how anybody can check it. */
export function ExportDone({ result, format }: ExportDoneProps) {
  const { exports, window } = useStores()
  const { label, sessions, files, bytes, manifestSha256 } = result
  return (
    <div className="export">
      <div className="export-body">
        <p className="export-verdict" role="status">
          <CircleCheck size={16} aria-hidden className="export-good" />
          <b>{formatNumberOf(sessions, 'session')} exported</b>
          <span className="quiet">
            {formatWords[format].title}, {formatNumberOf(files, 'file')}, {formatBytes(bytes)}
          </span>
        </p>
        <Row name="Folder" value={label} />
        <Row name="SHA-256 of manifest.sha256" value={manifestSha256} />
        <p className="quiet">
          Keep this hash apart from the folder: with it, nobody can change the manifest unnoticed.
        </p>
        <Row name="To verify, in that folder" value={verifyCommand} />
      </div>
      <div className="export-foot">
        <button type="button" className="button" onClick={() => void exports.getState().begin()}>
          Export more
        </button>
        <button
          type="button"
          className="button button-primary"
          autoFocus
          onClick={() => {
            exports.getState().leave()
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
