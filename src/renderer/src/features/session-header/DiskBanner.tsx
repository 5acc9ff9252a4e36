import { useEffect } from 'react'
import { assertNever } from '../../../../shared/assertNever'
import type { RolloutHeader } from '../../../../shared/contract/contract'
import type { DiskState } from '../../state/viewerTypes'
import { useStores, useViewer } from '../../state/stores'
import { formatBytes } from '../../ui/format'
import { visibleText } from '../../ui/visibleText'

const pollMs = 2_000

export interface DiskBannerProps {
  readonly header: RolloutHeader
}

/** Watches the file on disk while the page is visible, and says when it is no longer what was opened. */
export function DiskBanner({ header }: DiskBannerProps) {
  const { viewer } = useStores()
  const disk = useViewer((state) => state.disk)
  const known = useViewer((state) => state.index?.totalBytes ?? header.contentBytes)

  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void viewer.getState().pollDisk()
    }, pollMs)
    return () => {
      clearInterval(timer)
    }
  }, [viewer, header.fileId])

  if (disk === null || disk.state === 'same') return null
  const isGrown = disk.state === 'grown'
  const name = visibleText(header.name)
  return (
    <div className="banner" data-tone={isGrown ? 'info' : 'error'} role={isGrown ? 'status' : 'alert'}>
      <span className="banner-text">{sentence(disk, name, known)}</span>
      {isGrown ? (
        <button
          type="button"
          className="button button-small"
          onClick={() => void viewer.getState().readAppended()}
        >
          Read them
        </button>
      ) : (
        <button
          type="button"
          className="button button-small"
          onClick={() => {
            const { open, close } = viewer.getState()
            close()
            void open(header.fileId, name)
          }}
        >
          Open it again
        </button>
      )}
    </div>
  )
}

function sentence({ state, sizeBytes }: DiskState, name: string, known: number): string {
  switch (state) {
    case 'same':
      return ''
    case 'grown':
      return sizeBytes > known
        ? `${formatBytes(sizeBytes - known)} were appended to this file.`
        : 'More was appended to this file.'
    case 'shrunk':
      return `${name} has become shorter on disk: ${formatBytes(sizeBytes)} now. Lines beyond that can no longer be read.`
    case 'rewritten':
      return `${name} was rewritten on disk since it was opened. What is shown may no longer be what the file says.`
    case 'replaced':
      return `Another file lies at the place of ${name}. What is shown is of the one that was opened.`
    case 'gone':
      return `${name} is no longer there: it was deleted, moved or archived. What was read stays on show.`
    default:
      return assertNever(state)
  }
}
