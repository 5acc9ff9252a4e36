import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Group, Panel, Separator, usePanelRef } from 'react-resizable-panels'
import { useIsInspectorShown } from './state/inspectorPlace'
import { startUp } from './state/opening'
import { useStores, useViewer, useWindow } from './state/stores'
import { AboutDialog } from './features/about/AboutDialog'
import { ConnectionBanner } from './features/connection/ConnectionBanner'
import { ContextMenu } from './features/context-menu/ContextMenu'
import { DropZone } from './features/drop/DropZone'
import { ExportDialog } from './features/export/ExportDialog'
import { ReportDialog } from './features/export/report/ReportDialog'
import { GoToDialog } from './features/go-to/GoToDialog'
import { InspectorPane } from './features/inspector/InspectorPane'
import { KeysSheet } from './features/keys-sheet/KeysSheet'
import { Notices } from './features/notices/Notices'
import { Palette } from './features/palette/Palette'
import { ListProblemsDialog } from './features/sessions/ListProblems'
import { SessionsPane } from './features/sessions/SessionsPane'
import { StatusBar } from './features/status-bar/StatusBar'
import { ReturnBar } from './features/validation/ReturnBar'
import { ValidationView } from './features/validation/ValidationView'
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
      <ConnectionBanner />
      <Panes themeKey={themeKey} />
      <StatusBar />
      <Dialogs />
      <DropZone />
      <Notices />
      <ContextMenu isMac={isMac} />
    </div>
  )
}

function Panes({ themeKey }: { readonly themeKey: string }) {
  const { preferences, window } = useStores()
  const isWide = useMediaQuery(wideWindow)
  const isOpen = useViewer((state) => state.session.status === 'ready')
  const isSession = useWindow((state) => state.centre === 'session')
  const wantsInspector = useIsInspectorShown() && isOpen && isSession
  // Widths are read once: from then on the panels keep their own, and only tell what they became.
  const [{ sessionsPx, inspectorPx }] = useState(() => preferences.getState())
  const sessionsPanel = usePanelRef()
  const inspectorPanel = usePanelRef()

  useLayoutEffect(() => {
    window.getState().setNarrow(!isWide)
  }, [isWide, window])

  function remember(): void {
    preferences.getState().change({
      sessionsPx: sessionsPanel.current?.getSize().inPixels ?? sessionsPx,
      ...(inspectorPanel.current === null ? {} : { inspectorPx: inspectorPanel.current.getSize().inPixels }),
    })
  }

  return (
    <div className="app-panels">
      <Group
        role="main"
        orientation="horizontal"
        onLayoutChanged={(_, meta) => {
          if (meta.isUserInteraction) remember()
        }}
      >
        <Panel
          id="sessions"
          panelRef={sessionsPanel}
          defaultSize={sessionsPx}
          minSize={220}
          maxSize={480}
          groupResizeBehavior="preserve-pixel-size"
        >
          <SessionsPane />
        </Panel>
        <Separator className="divider" aria-label="Width of the session list" />
        <Panel id="session" minSize={360}>
          {isSession ? (
            <div className="pane centre">
              <ReturnBar />
              <SessionArea themeKey={themeKey} />
            </div>
          ) : (
            <ValidationView />
          )}
        </Panel>
        {wantsInspector && isWide && (
          <>
            <Separator className="divider" aria-label="Width of the inspector" />
            <Panel
              id="inspector"
              panelRef={inspectorPanel}
              defaultSize={inspectorPx}
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
    case 'export':
      return <ExportDialog />
    case 'report':
      return <ReportDialog />
    case 'keys':
      return <KeysSheet isMac={isMac} />
    case 'about':
      return <AboutDialog />
    case 'list-problems':
      return <ListProblemsDialog />
    case null:
      return null
  }
}
