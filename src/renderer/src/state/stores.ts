/** Stores: everything the window knows, in small stores that are made together and given to React as one value. */
import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Response } from '../../../shared/contract/contract'
import type { ExportResult } from '../../../shared/export/exportPlan'
import type { Result } from '../../../shared/result'
import type { Settings } from '../../../shared/settings/settings'
import type { Client } from '../client/client'
import { createExportStore, type ExportState } from './exportStore'
import { createJobsStore, type JobsState } from './jobsStore'
import { createOpenings, type Openings } from './openings'
import { createPreferencesStore, type PreferencesState } from './preferences'
import { createRecentsStore, type RecentsState } from './recentsStore'
import { createSessionsStore, type SessionsState } from './sessionsStore'
import { createReportStore, type ReportState } from './reportStore'
import { createValidationStore, type ValidationState } from './validationStore'
import { createViewerStore } from './viewerStore'
import type { OpenSession, ViewerState } from './viewerTypes'
import { createWindowStore, type WindowState } from './windowStore'

/** What the host said about itself; null until it has. */
export interface AppState {
  readonly info: Response<'app:getInfo'> | null
}

export interface Stores {
  readonly client: Client
  readonly openings: Openings
  readonly app: StoreApi<AppState>
  readonly exports: StoreApi<ExportState>
  readonly jobs: StoreApi<JobsState>
  readonly preferences: StoreApi<PreferencesState>
  readonly recents: StoreApi<RecentsState>
  readonly reports: StoreApi<ReportState>
  readonly sessions: StoreApi<SessionsState>
  readonly validation: StoreApi<ValidationState>
  readonly viewer: StoreApi<ViewerState>
  readonly window: StoreApi<WindowState>
}

/** Makes all stores over one client. `kept` are the settings that the host had, or null where it did not answer. */
export function createStores(client: Client, kept: Settings | null): Stores {
  const window = createWindowStore()
  const { tellProblems } = window.getState()
  client.onConnection(window.getState().setConnection)
  const jobs = createJobsStore(client)
  const sessions = createSessionsStore(client, jobs)
  const viewer = createViewerStore({
    client,
    jobs,
    onFailure: (error) => {
      window.getState().tellError(error, 'session')
    },
  })
  viewer.subscribe(({ session, check }, before) => {
    if (session !== before.session && session.status === 'ready') {
      sessions.getState().noteOpened(session.header.summary)
    }
    if (fileIdOf(session) !== fileIdOf(before.session)) {
      window.getState().dismissOfSession('all')
      if (session.status !== 'none') window.getState().showCentre('session')
    } else if (check !== before.check) window.getState().dismissOfSession('info')
    if (check === before.check || check.status !== 'done' || session.status !== 'ready') return
    sessions.getState().noteCheck(session.header.summary, check.report.counts)
  })
  const preferences = createPreferencesStore({ client, kept, onProblems: tellProblems })
  const followPreferences = ({ timeZone, isGrouped, findingsOrder }: PreferencesState): void => {
    if (viewer.getState().findingsOrder !== findingsOrder) viewer.getState().setFindingsOrder(findingsOrder)
    sessions.getState().setZone(timeZone)
    if (sessions.getState().isGrouped !== isGrouped) sessions.getState().setGrouped(isGrouped)
  }
  followPreferences(preferences.getState())
  preferences.subscribe(followPreferences)
  client.on('rollout:reopened', ({ fileId }) => {
    const { session, reopen } = viewer.getState()
    if (session.status !== 'ready' || session.fileId !== fileId) return
    window.getState().tell({
      tone: 'info',
      title: 'Another window opened this file again, because it had changed on disk.',
      file: session.header.name,
      hint: 'It was opened again here, too, so that both show the same bytes.',
    })
    void reopen(false)
  })
  const app = createStore<AppState>()(() => ({ info: null }))
  const hasStartFolder = (): boolean => app.getState().info?.exportsTo === 'start-folder'
  const exports = createExportStore({
    client,
    jobs,
    parts: () => ({ sessions: sessions.getState(), session: viewer.getState().session }),
    hasStartFolder,
    onEnded: (result) => {
      tellExportEnded(window, result)
    },
  })
  return {
    client,
    openings: createOpenings(),
    window,
    jobs,
    exports,
    app,
    preferences,
    recents: createRecentsStore(client, tellProblems),
    reports: createReportStore({ client, jobs, hasStartFolder }),
    sessions,
    validation: createValidationStore({ client, jobs }),
    viewer,
  }
}

/** The dialog says it itself while it is open. */
function tellExportEnded(window: StoreApi<WindowState>, result: Result<ExportResult>): void {
  const { dialog, tell, tellError } = window.getState()
  if (dialog === 'export') return
  if (!result.ok) {
    tellError(result.error)
    return
  }
  const { label, sessions, manifestSha256 } = result.value
  tell({
    tone: 'info',
    title: `${String(sessions)} exported to ${label}`,
    file: null,
    hint: `SHA-256 of manifest.sha256: ${manifestSha256}. The dialog for exports shows it until the next one.`,
  })
}

function fileIdOf(session: OpenSession): string | null {
  return session.status === 'none' ? null : session.fileId
}

const StoresContext = createContext<Stores | null>(null)

/** Hands the stores to everything below it. */
export const StoresProvider = StoresContext.Provider

/** All stores, for handlers. To render from one, use the hook of that store: it selects what it needs. */
export function useStores(): Stores {
  const stores = useContext(StoresContext)
  if (stores === null) throw new Error('useStores needs a StoresProvider above it')
  return stores
}

/** Selects from the session list. */
export function useSessions<T>(select: (state: SessionsState) => T): T {
  return useStore(useStores().sessions, select)
}

/** Selects from the viewer. */
export function useViewer<T>(select: (state: ViewerState) => T): T {
  return useStore(useStores().viewer, select)
}

/** Selects from the jobs. */
export function useJobs<T>(select: (state: JobsState) => T): T {
  return useStore(useStores().jobs, select)
}

/** Selects from the dialog for exports. */
export function useExport<T>(select: (state: ExportState) => T): T {
  return useStore(useStores().exports, select)
}

/** Selects from the validation of many sessions. */
export function useValidation<T>(select: (state: ValidationState) => T): T {
  return useStore(useStores().validation, select)
}

/** Selects from the dialog for the report of a validation. */
export function useReport<T>(select: (state: ReportState) => T): T {
  return useStore(useStores().reports, select)
}

/** Selects from the preferences. */
export function usePreferences<T>(select: (state: PreferencesState) => T): T {
  return useStore(useStores().preferences, select)
}

/** Selects from what was opened before. */
export function useRecents<T>(select: (state: RecentsState) => T): T {
  return useStore(useStores().recents, select)
}

/** Selects from the window. */
export function useWindow<T>(select: (state: WindowState) => T): T {
  return useStore(useStores().window, select)
}

/** Selects from what the host said about itself. */
export function useApp<T>(select: (state: AppState) => T): T {
  return useStore(useStores().app, select)
}
