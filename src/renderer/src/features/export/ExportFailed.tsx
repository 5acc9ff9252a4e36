import type { AppError } from '../../../../shared/result'
import { useStores } from '../../state/stores'
import { SeverityIcon } from '../../ui/SeverityIcon'
import { visibleText } from '../../ui/visibleText'

export interface ExportFailedProps {
  readonly error: AppError
}

/** An export that did not happen: what happened, to which file, what can be done, and what is left of it. */
export function ExportFailed({ error }: ExportFailedProps) {
  const { exports, window } = useStores()
  const isCancelled = error.code === 'cancelled'
  return (
    <div className="export">
      <div className="export-body" role="alert">
        <p className="export-verdict">
          {!isCancelled && <SeverityIcon severity="error" />}
          <b>Nothing was exported</b>
        </p>
        <p>{visibleText(error.message)}</p>
        {error.file !== undefined && !error.message.includes(error.file) && (
          <p className="mono">{visibleText(error.file)}</p>
        )}
        {error.hint !== undefined && <p className="quiet">{visibleText(error.hint)}</p>}
      </div>
      <div className="export-foot">
        <button
          type="button"
          className="button"
          onClick={() => {
            exports.getState().leave()
            window.getState().openDialog(null)
          }}
        >
          Close
        </button>
        <button
          type="button"
          className="button button-primary"
          autoFocus
          onClick={() => void exports.getState().back()}
        >
          Back to the choices
        </button>
      </div>
    </div>
  )
}
