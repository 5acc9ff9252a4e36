import { X } from 'lucide-react'
import { useStores, useWindow } from '../../state/stores'
import { IconButton } from '../../ui/IconButton'
import { visibleText } from '../../ui/visibleText'

/** What must be told: one card each, until somebody dismisses it. Also the live region of the window. */
export function Notices() {
  const { window } = useStores()
  const notices = useWindow((state) => state.notices)
  const announcement = useWindow((state) => state.announcement)
  return (
    <>
      <div className="sr-only" role="status" aria-live="polite">
        {announcement}
      </div>
      <div className="notices" role="log" aria-label="Notices" aria-live="assertive">
        {notices.map(({ id, tone, title, file, hint }) => (
          <div key={id} className="notice" data-tone={tone}>
            <div className="notice-text">
              <strong>{visibleText(title)}</strong>
              {file !== null && <div className="mono">{visibleText(file)}</div>}
              {hint !== null && <div className="quiet">{hint}</div>}
            </div>
            <IconButton
              icon={X}
              label="Dismiss"
              onClick={() => {
                window.getState().dismiss(id)
              }}
            />
          </div>
        ))}
      </div>
    </>
  )
}
