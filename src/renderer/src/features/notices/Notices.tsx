import { useEffect, useState } from 'react'
import { X } from 'lucide-react'
import { usePreferences, useStores, useWindow } from '../../state/stores'
import type { Notice } from '../../state/windowStore'
import { IconButton } from '../../ui/IconButton'
import { visibleText } from '../../ui/visibleText'

/** So long stays what was told, in milliseconds, unless somebody points at it or has the focus in it: errors longer. */
const expiryMs = { error: 30_000, warning: 8_000, info: 8_000 } as const

/** What is left of the session list at both sides. */
const edgesPx = 24

/**
 * What must be told, one card each, over the session list alone: what is being read stays in sight. Also the live region of
 * the window.
 */
export function Notices() {
  const notices = useWindow((state) => state.notices)
  const announcement = useWindow((state) => state.announcement)
  const width = usePreferences((state) => state.sessionsPx) - edgesPx
  return (
    <>
      <div className="sr-only" role="status" aria-live="polite">
        {announcement}
      </div>
      <div className="notices" role="log" aria-label="Notices" aria-live="assertive" style={{ width }}>
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
    if (isHeld) return
    const timer = setTimeout(() => {
      window.getState().dismiss(id)
    }, expiryMs[tone])
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
