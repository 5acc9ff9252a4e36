import { useEffect, useState } from 'react'
import { X } from 'lucide-react'
import { useStores, useWindow } from '../../state/stores'
import type { Notice } from '../../state/windowStore'
import { IconButton } from '../../ui/IconButton'
import { visibleText } from '../../ui/visibleText'

/** So long stays what is no error, unless somebody points at it or has the focus in it. */
const expiryMs = 8_000

/** What must be told, one card each: errors until somebody dismisses them. Also the live region of the window. */
export function Notices() {
  const notices = useWindow((state) => state.notices)
  const announcement = useWindow((state) => state.announcement)
  return (
    <>
      <div className="sr-only" role="status" aria-live="polite">
        {announcement}
      </div>
      <div className="notices" role="log" aria-label="Notices" aria-live="assertive">
        {notices.map((notice) => (
          <Card key={notice.id} notice={notice} />
        ))}
      </div>
    </>
  )
}

function Card({ notice: { id, tone, title, file, hint } }: { readonly notice: Notice }) {
  const { window } = useStores()
  const [isHeld, setIsHeld] = useState(false)

  useEffect(() => {
    if (tone === 'error' || isHeld) return
    const timer = setTimeout(() => {
      window.getState().dismiss(id)
    }, expiryMs)
    return () => {
      clearTimeout(timer)
    }
  }, [window, id, tone, isHeld])

  function hold(): void {
    setIsHeld(true)
  }
  function release(): void {
    setIsHeld(false)
  }

  return (
    <div
      className="notice"
      data-tone={tone}
      onPointerEnter={hold}
      onPointerLeave={release}
      onFocus={hold}
      onBlur={release}
    >
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
  )
}
