import { useRef, useState, type KeyboardEvent } from 'react'
import { Search } from 'lucide-react'
import { Tabs } from 'radix-ui'
import type { LineDetail } from '../../../../shared/contract/openRollout'
import { keyLabel } from '../../state/keys'
import { inspectorTabs, type InspectorTab } from '../../../../shared/settings/settings'
import { useApp, usePreferences, useStores, useViewer, useWindow } from '../../state/stores'
import { IconButton } from '../../ui/IconButton'
import { FindBar } from './find/FindBar'
import { useFind } from './find/useFind'
import { InspectorActions } from './InspectorActions'
import { JsonView } from './JsonView'
import { LineFacts } from './LineFacts'
import { LineShape } from './LineShape'
import { PlaceBar } from './PlaceBar'
import { RawView } from './RawView'
import { ReadableView } from './readable/ReadableView'
import { bestTab, missingText, whyNot } from './tabs'

export interface LineInspectorProps {
  readonly windows: readonly [LineDetail, ...LineDetail[]]
  readonly isLoadingMore: boolean
  /** The line shown is the one before, or has to be read again; the selected one is on its way. */
  readonly isStale: boolean
}

const tabNames: Readonly<Record<InspectorTab, string>> = {
  readable: 'Readable',
  structured: 'Structured',
  raw: 'Raw',
}

/** One line: facts, what to copy, and three ways to see it with one search over them. */
export function LineInspector({ windows, isLoadingMore, isStale }: LineInspectorProps) {
  const { viewer, preferences, window } = useStores()
  const wanted = usePreferences((state) => state.inspectorTab)
  const fileId = useViewer((state) => (state.session.status === 'ready' ? state.session.fileId : ''))
  const isFinding = useWindow((state) => state.isFindOpen)
  const isMac = useApp((state) => state.info?.platform === 'darwin')
  const content = useRef<HTMLDivElement>(null)
  const [position, setPosition] = useState(0)
  const control = useFind(isFinding)
  const [first] = windows
  const { json, readable, row } = first
  const shown = bestTab(wanted, first)
  function startFind(): void {
    window.getState().openFind(true)
  }
  function endFind(): void {
    window.getState().openFind(false)
    content.current?.querySelector<HTMLElement>('[data-state="active"] [tabindex="0"]')?.focus()
  }
  function onKeyDown(event: KeyboardEvent): void {
    const isFind = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'f'
    if (isFind) startFind()
    else if (event.key === 'F3' && isFinding) control.step(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
  }
  const find = control.inView
  return (
    <div className="inspector-body" aria-busy={isStale} onKeyDown={onKeyDown}>
      <LineFacts detail={first} />
      <LineShape shape={first.shape} />
      <InspectorActions windows={windows} isStale={isStale} />
      <Tabs.Root
        ref={content}
        value={shown}
        onValueChange={(value) => {
          const tab = inspectorTabs.find((known) => known === value)
          if (tab !== undefined) preferences.getState().change({ inspectorTab: tab })
        }}
        className="inspector-tabs"
      >
        <div className="inspector-bar">
          <Tabs.List className="tabs" aria-label="Ways to see the line">
            {inspectorTabs.map((tab) => (
              <Tabs.Trigger
                key={tab}
                value={tab}
                className="tab"
                disabled={whyNot(tab, first) !== null}
                title={whyNot(tab, first) ?? undefined}
              >
                {tabNames[tab]}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
          <IconButton
            icon={Search}
            label={`Find in this line (${keyLabel('mod+f', isMac)} in the inspector)`}
            isPressed={isFinding}
            onClick={isFinding ? endFind : startFind}
          />
        </div>
        {isFinding && <FindBar control={control} missing={missingText(shown, windows)} onClose={endFind} />}
        <Tabs.Content value="readable" className="inspector-content" tabIndex={-1}>
          {readable !== null && (
            <ReadableView key={`${fileId} ${String(row.byteOffset)}`} readable={readable} find={find} />
          )}
        </Tabs.Content>
        <Tabs.Content value="structured" className="inspector-content" tabIndex={-1}>
          {json !== null && (
            <>
              <JsonView text={json} find={find} onCursor={setPosition} />
              <PlaceBar text={json} position={position} isStale={isStale} />
            </>
          )}
        </Tabs.Content>
        <Tabs.Content value="raw" className="inspector-content" tabIndex={-1}>
          {shown !== wanted && <p className="inspector-why">{whyNot(wanted, first)}</p>}
          <RawView
            windows={windows}
            byteLength={row.byteLength}
            isLoadingMore={isLoadingMore || isStale}
            find={find}
            onBefore={() => void viewer.getState().showBefore()}
            onMore={() => void viewer.getState().showMore()}
          />
        </Tabs.Content>
      </Tabs.Root>
    </div>
  )
}
