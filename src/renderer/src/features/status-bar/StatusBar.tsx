import type { ReactNode } from 'react'
import { Lock, Moon, PanelRight, Sun, SunMoon } from 'lucide-react'
import { citability, noHashReason } from '../../state/copying'
import { reportOf } from '../../state/checkState'
import { stepWords } from '../../state/findingSteps'
import { toggleInspector, useIsInspectorShown } from '../../state/inspectorPlace'
import { keyLabel } from '../../state/keys'
import { endWords } from '../../state/runEnd'
import {
  usePreferences,
  useSessions,
  useStores,
  useValidation,
  useViewer,
  useWindow,
} from '../../state/stores'
import { IconButton } from '../../ui/IconButton'
import { formatCount } from '../../ui/format'
import { visibleText } from '../../ui/visibleText'
import { growthWords } from './growthWords'
import { JobStatus, LastJob } from './JobStatus'

/** Bottom line: what is listed, what is going on, and that nothing here is written. */
export function StatusBar() {
  const { window } = useStores()
  const root = useSessions((state) => state.roots.find((known) => known.rootId === state.rootId))
  const counts = useSessions((state) => state.counts)
  const isSession = useWindow((state) => state.centre === 'session')
  return (
    <footer className="status-bar">
      <span className="clip" title={root === undefined ? undefined : visibleText(root.label)}>
        {root === undefined ? 'No folder' : visibleText(root.label)}
        {` · ${formatCount(counts.all)} ${counts.all === 1 ? 'session' : 'sessions'}`}
      </span>
      <JobStatus last={isSession ? <LastJob /> : <ValidationEnd />} />
      {isSession && <Told />}
      <span className="status-space" />
      <ReadOnly hash={isSession ? <Hash /> : null} />
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

/** What the validation on show came to; nothing of the session behind it. */
function ValidationEnd() {
  const end = useValidation(({ run }) => (run.status === 'ended' ? endWords(run.state) : null))
  if (end === null) return null
  return (
    <span className="status-job clip" title={end}>
      {end}
    </span>
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

/** Nothing that is shown is opened for writing. */
function ReadOnly({ hash }: { readonly hash: ReactNode }) {
  return (
    <span className="read-only">
      <Lock size={12} aria-hidden />
      <span title="Rollscope opens no session file for writing">read-only</span>
      {hash}
    </span>
  )
}

/** Which bytes of the session were read, or why that cannot be said. Nothing without a session. */
function Hash() {
  const isOpen = useViewer((state) => state.session.status === 'ready')
  const sha256 = useViewer((state) => reportOf(state)?.sha256 ?? null)
  const isChecked = useViewer((state) => reportOf(state) !== null)
  const isStale = useViewer((state) => citability(state).status === 'changed')
  if (sha256 === null) {
    if (!isOpen) return null
    return <span> · {isChecked ? `no SHA-256: ${noHashReason}` : 'SHA-256 not known yet'}</span>
  }
  return (
    <span title={`SHA-256 ${sha256}`}>
      <span className="mono"> {sha256.slice(0, 12)}…</span>
      {isStale && <span> before it changed</span>}
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
  const stores = useStores()
  return (
    <IconButton
      icon={PanelRight}
      label="Inspector (i)"
      isPressed={useIsInspectorShown()}
      onClick={() => {
        toggleInspector(stores)
      }}
    />
  )
}
