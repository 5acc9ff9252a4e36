import { useEffect } from 'react'
import type { RolloutHeader } from '../../../../shared/contract/openRollout'
import { changedError } from '../../state/changed'
import { diskPollMs } from '../../state/growth'
import { useStores, useViewer } from '../../state/stores'
import { visibleText } from '../../ui/visibleText'
import { diskWords } from './diskWords'

export interface DiskBannerProps {
  readonly header: RolloutHeader
}

/** Watches the file on disk while the page is visible, and says when it is no longer what was opened. */
export function DiskBanner({ header }: DiskBannerProps) {
  const { viewer } = useStores()
  const disk = useViewer((state) => state.disk)
  const error = useViewer(changedError)
  const known = useViewer((state) => state.index?.totalBytes ?? header.contentBytes)

  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void viewer.getState().pollDisk()
    }, diskPollMs)
    return () => {
      clearInterval(timer)
    }
  }, [viewer, header.fileId])

  const words = diskWords(disk, error, visibleText(header.name), known)
  if (words === null) return null
  const { tone, sentence, action } = words
  return (
    <div className="banner" data-tone={tone} role={tone === 'info' ? 'status' : 'alert'}>
      <span className="banner-text">{sentence}</span>
      {action !== null && (
        <button
          type="button"
          className="button button-small"
          onClick={() => {
            const { readAppended, reopen } = viewer.getState()
            void (action === 'read-appended' ? readAppended() : reopen(action === 'reopen-replaced'))
          }}
        >
          {action === 'read-appended' ? 'Read them' : 'Reload'}
        </button>
      )}
    </div>
  )
}
