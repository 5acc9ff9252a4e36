import type { AppError } from '../../../../../shared/result'
import { SeverityIcon } from '../../../ui/SeverityIcon'
import { visibleText } from '../../../ui/visibleText'

export interface OutputFailedProps {
  readonly title: string
  readonly error: AppError
  readonly onClose: () => void
  readonly onBack: () => void
}

/** An output that does not exist: what happened, to which file, what can be done, and what is left of it. */
export function OutputFailed({ title, error, onClose, onBack }: OutputFailedProps) {
  const { code, message, file, hint } = error
  return (
    <div className="export">
      <div className="export-body" role="alert">
        <p className="export-verdict">
          {code !== 'cancelled' && <SeverityIcon severity="error" />}
          <b>{title}</b>
        </p>
        <p>{visibleText(message)}</p>
        {file !== undefined && !message.includes(file) && <p className="mono">{visibleText(file)}</p>}
        {hint !== undefined && <p className="quiet">{visibleText(hint)}</p>}
      </div>
      <div className="export-foot">
        <button type="button" className="button" onClick={onClose}>
          Close
        </button>
        <button type="button" className="button button-primary" autoFocus onClick={onBack}>
          Back to the choices
        </button>
      </div>
    </div>
  )
}
