import { Lock, Moon, PanelRight, Sun, SunMoon } from 'lucide-react'
import { citability, noHashReason } from '../../state/copying'
import { reportOf } from '../../state/checkState'
import { stepWords } from '../../state/findingSteps'
import { keyLabel } from '../../state/keys'
import { usePreferences, useSessions, useStores, useViewer } from '../../state/stores'
import { IconButton } from '../../ui/IconButton'
import { formatCount } from '../../ui/format'
import { visibleText } from '../../ui/visibleText'
import { growthWords } from './growthWords'
import { JobStatus } from './JobStatus'

/** Bottom line: what is listed, what is going on, and that nothing here is written. */
export function StatusBar() {
  const { window } = useStores()
  const root = useSessions((state) => state.roots.find((known) => known.rootId === state.rootId))
  const counts = useSessions((state) => state.counts)
  return (
    <footer className="status-bar">
      <span className="clip" title={root === undefined ? undefined : visibleText(root.label)}>
        {root === undefined ? 'No folder' : visibleText(root.label)}
        {` · ${formatCount(counts.all)} ${counts.all === 1 ? 'session' : 'sessions'}`}
      </span>
      <JobStatus />
      <Told />
      <span className="status-space" />
      <ReadOnly />
      <ThemeButton />
      <InspectorButton />
      <button
        type="button"
        className="link"
        onClick={() => {
          window.getState().openDialog('keys')
        }}
      >
        Keys <kbd className="kbd">{keyLabel('?', false)}</kbd>
      </button>
    </footer>
  )
}

/** Where the last step among findings led, and how the file has grown. */
function Told() {
  const step = useViewer((state) => state.step)
  const growth = growthWords(useViewer((state) => state.growth))
  return (
    <>
      {step !== null && <span className="status-told">{stepWords(step)}</span>}
      <span className="status-told" role="status">
        {growth}
      </span>
    </>
  )
}

/** Nothing that is shown is opened for writing; the hash says which bytes were read. */
function ReadOnly() {
  const sha256 = useViewer((state) => reportOf(state)?.sha256 ?? null)
  const isOpen = useViewer((state) => state.session.status === 'ready')
  const isChecked = useViewer((state) => reportOf(state) !== null)
  const isStale = useViewer((state) => citability(state).status === 'changed')
  return (
    <span
      className="read-only"
      title={sha256 === null ? 'Rollscope opens no session file for writing' : `SHA-256 ${sha256}`}
    >
      <Lock size={12} aria-hidden />
      read-only
      {sha256 !== null && <span className="mono"> {sha256.slice(0, 12)}…</span>}
      {sha256 !== null && isStale && <span>before it changed</span>}
      {sha256 === null && isOpen && (
        <span> · {isChecked ? `no SHA-256: ${noHashReason}` : 'SHA-256 not known yet'}</span>
      )}
    </span>
  )
}

function ThemeButton() {
  const { preferences } = useStores()
  const theme = usePreferences((state) => state.theme)
  const next = { system: 'light', light: 'dark', dark: 'system' } as const
  const icon = { system: SunMoon, light: Sun, dark: Moon }[theme]
  return (
    <IconButton
      icon={icon}
      label={`Theme: ${theme}. Change to ${next[theme]}`}
      onClick={() => {
        preferences.getState().change({ theme: next[theme] })
      }}
    />
  )
}

function InspectorButton() {
  const { preferences } = useStores()
  const isOpen = usePreferences((state) => state.isInspectorOpen)
  return (
    <IconButton
      icon={PanelRight}
      label="Inspector (i)"
      isPressed={isOpen}
      onClick={() => {
        preferences.getState().change({ isInspectorOpen: !isOpen })
      }}
    />
  )
}
