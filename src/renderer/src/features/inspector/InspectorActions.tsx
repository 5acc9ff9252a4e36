import { useShallow } from 'zustand/react/shallow'
import type { LineDetail } from '../../../../shared/contract/openRollout'
import { citability, citationHint, citationOf, copyText } from '../../state/copying'
import { useStores, useViewer } from '../../state/stores'
import { CopyButton } from '../../ui/CopyButton'

export interface InspectorActionsProps {
  readonly windows: readonly [LineDetail, ...LineDetail[]]
  /** Another line is selected and on its way: nothing may be copied of this one by mistake. */
  readonly isStale: boolean
}

/** What can be copied of a line: its value, the bytes that are on show, and a citation of it. */
export function InspectorActions({ windows, isStale }: InspectorActionsProps) {
  const stores = useStores()
  const [first] = windows
  const { json, row } = first
  const header = useViewer((state) => (state.session.status === 'ready' ? state.session.header : null))
  const citable = useViewer(useShallow(citability))
  const sha256 = citable.status === 'yes' ? citable.sha256 : null
  const shown = windows.reduce((sum, part) => sum + part.windowLength, 0)
  const isWhole = shown >= row.byteLength
  return (
    <div className="inspector-actions">
      <CopyButton
        label="Copy the value as JSON"
        text="JSON"
        isDisabled={isStale || json === null}
        title={json === null ? 'The line is not one JSON value of at most 1 MB' : 'Copy the value as JSON'}
        onCopy={() => copyText(stores, json ?? '', 'JSON')}
      />
      <CopyButton
        label={isWhole ? 'Copy the line as it stands' : 'Copy the part of the line that is shown'}
        text={isWhole ? 'Raw' : 'Raw, part'}
        isDisabled={isStale}
        onCopy={() =>
          copyText(stores, windows.map((part) => part.text).join(''), isWhole ? 'Line' : 'Part of the line')
        }
      />
      <CopyButton
        label="Copy a citation of the line"
        text="Citation"
        isDisabled={isStale || sha256 === null || header === null}
        title={citationHint(citable)}
        onCopy={() =>
          sha256 === null || header === null
            ? Promise.resolve(false)
            : copyText(stores, citationOf(header, sha256, row.lineNumber), 'Citation')
        }
      />
    </div>
  )
}
