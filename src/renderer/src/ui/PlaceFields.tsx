import { errorText, type AppError } from '../../../shared/result'
import { visibleText } from './visibleText'

export interface PlaceFieldsProps {
  /** The chosen folder as people see it; null while none is chosen. */
  readonly place: string | null
  /** What the new thing is: `New folder`, `New file`. */
  readonly nameLabel: string
  readonly name: string
  readonly error: AppError | null
  /** Asks for another folder; null where the host has only one. */
  readonly onChoose: (() => void) | null
  readonly onName: (name: string) => void
}

/** Where something new is written and what it is called. Props only. */
export function PlaceFields({ place, nameLabel, name, error, onChoose, onName }: PlaceFieldsProps) {
  return (
    <>
      <div className="export-place">
        <span className={place === null ? 'quiet' : 'mono clip'} title={place ?? undefined}>
          {place === null ? 'No folder chosen yet' : visibleText(place)}
        </span>
        {onChoose !== null && (
          <button type="button" className="button button-small" onClick={onChoose}>
            Choose folder…
          </button>
        )}
      </div>
      <label className="export-name">
        <span>{nameLabel}</span>
        <input
          className="field mono"
          type="text"
          spellCheck={false}
          autoComplete="off"
          value={name}
          aria-invalid={error !== null}
          aria-describedby="export-target-error"
          onChange={(event) => {
            onName(event.target.value)
          }}
        />
      </label>
      <p id="export-target-error" className="export-error" aria-live="polite">
        {error === null ? '' : visibleText(errorText(error))}
      </p>
    </>
  )
}
