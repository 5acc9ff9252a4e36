import { useState } from 'react'
import { Tabs } from 'radix-ui'
import type { LineDetail } from '../../../../shared/contract/contract'
import { useStores } from '../../state/stores'
import { formatBytes } from '../../ui/format'
import { InspectorActions } from './InspectorActions'
import { JsonView } from './JsonView'
import { LineFacts } from './LineFacts'
import { RawView } from './RawView'

export interface LineInspectorProps {
  readonly windows: readonly [LineDetail, ...LineDetail[]]
  readonly isLoadingMore: boolean
  /** The line shown is the one before, or has to be read again; the selected one is on its way. */
  readonly isStale: boolean
}

/** Largest line that is shown as a value; the host pretty-prints up to this. */
const structuredBytes = 1_048_576

/** One line: facts, what to copy, its value and its bytes. */
export function LineInspector({ windows, isLoadingMore, isStale }: LineInspectorProps) {
  const { viewer } = useStores()
  const [tab, setTab] = useState('structured')
  const [first] = windows
  const hasValue = first.json !== null
  const shown = hasValue ? tab : 'raw'
  return (
    <div className="inspector-body" aria-busy={isStale}>
      <LineFacts detail={first} />
      <InspectorActions windows={windows} isStale={isStale} />
      <Tabs.Root value={shown} onValueChange={setTab} className="inspector-tabs">
        <Tabs.List className="tabs" aria-label="Ways to see the line">
          <Tabs.Trigger
            value="structured"
            className="tab"
            disabled={!hasValue}
            title={hasValue ? undefined : whyNot(first)}
          >
            Structured
          </Tabs.Trigger>
          <Tabs.Trigger value="raw" className="tab">
            Raw
          </Tabs.Trigger>
        </Tabs.List>
        <Tabs.Content value="structured" className="inspector-content" tabIndex={-1}>
          {first.json !== null && <JsonView text={first.json} />}
        </Tabs.Content>
        <Tabs.Content value="raw" className="inspector-content" tabIndex={-1}>
          {!hasValue && <p className="inspector-why">{whyNot(first)}</p>}
          <RawView
            windows={windows}
            byteLength={first.row.byteLength}
            isLoadingMore={isLoadingMore || isStale}
            onBefore={() => void viewer.getState().showBefore()}
            onMore={() => void viewer.getState().showMore()}
          />
        </Tabs.Content>
      </Tabs.Root>
    </div>
  )
}

function whyNot({ row }: LineDetail): string {
  return row.byteLength > structuredBytes
    ? `Not shown as a value: the line has ${formatBytes(row.byteLength)}. Its bytes are shown below.`
    : 'Not shown as a value: the line is not one JSON value. Its bytes are shown below.'
}
