import { useEffect, useRef } from 'react'
import { Group, Panel, Separator, type Layout } from 'react-resizable-panels'
import { startUp } from './state/opening'
import { usePreferences, useStores, useViewer, useWindow } from './state/stores'
import { DropZone } from './features/drop/DropZone'
import { GoToDialog } from './features/go-to/GoToDialog'
import { InspectorPane } from './features/inspector/InspectorPane'
import { KeysSheet } from './features/keys-sheet/KeysSheet'
import { Notices } from './features/notices/Notices'
import { Palette } from './features/palette/Palette'
import { SessionsPane } from './features/sessions/SessionsPane'
import { StatusBar } from './features/status-bar/StatusBar'
import { useMediaQuery } from './ui/useMediaQuery'
import { SessionArea } from './SessionArea'
import { useKeyboard } from './useKeyboard'
import { useTheme } from './useTheme'

/** Below this width the inspector lies over the session instead of beside it. */
const wideWindow = '(min-width: 1100px)'

const isMac = navigator.userAgent.includes('Mac OS')

/** The window: three panes, a status bar, and what lies over them. */
export function App() {
  const stores = useStores()
  const isStarted = useRef(false)
  const themeKey = useTheme()
  useKeyboard()

  useEffect(() => {
    if (isStarted.current) return
    isStarted.current = true
    void startUp(stores)
  }, [stores])

  return (
    <div className="app">
      <Panes themeKey={themeKey} />
      <StatusBar />
      <Dialogs />
      <DropZone />
      <Notices />
    </div>
  )
}

function Panes({ themeKey }: { readonly themeKey: string }) {
  const { preferences } = useStores()
  const isWide = useMediaQuery(wideWindow)
  const isOpen = useViewer((state) => state.session.status === 'ready')
  const wantsInspector = usePreferences((state) => state.isInspectorOpen) && isOpen
  const isBeside = wantsInspector && isWide
  const name = isBeside ? 'three' : 'two'
  const layout = usePreferences((state) => state.layouts[name])

  function remember(next: Layout): void {
    const { layouts, change } = preferences.getState()
    change({ layouts: { ...layouts, [name]: next } })
  }

  return (
    <div className="app-panels">
      <Group
        key={name}
        orientation="horizontal"
        {...(layout === undefined ? {} : { defaultLayout: { ...layout } })}
        onLayoutChanged={(next, meta) => {
          if (meta.isUserInteraction) remember(next)
        }}
      >
        <Panel
          id="sessions"
          defaultSize={300}
          minSize={220}
          maxSize={480}
          groupResizeBehavior="preserve-pixel-size"
        >
          <SessionsPane />
        </Panel>
        <Separator className="divider" aria-label="Width of the session list" />
        <Panel id="session" minSize={360}>
          <SessionArea themeKey={themeKey} />
        </Panel>
        {isBeside && (
          <>
            <Separator className="divider" aria-label="Width of the inspector" />
            <Panel
              id="inspector"
              defaultSize={380}
              minSize={280}
              maxSize={720}
              groupResizeBehavior="preserve-pixel-size"
            >
              <InspectorPane />
            </Panel>
          </>
        )}
      </Group>
      {wantsInspector && !isWide && (
        <div className="inspector-overlay">
          <InspectorPane />
        </div>
      )}
    </div>
  )
}

function Dialogs() {
  const dialog = useWindow((state) => state.dialog)
  switch (dialog) {
    case 'palette':
      return <Palette isMac={isMac} />
    case 'go-to':
      return <GoToDialog />
    case 'keys':
      return <KeysSheet isMac={isMac} />
    case null:
      return null
  }
}
