/**
 * Preferences: what this window has of the settings that the host keeps. A change shows at once and is kept in the
 * background; another window follows where both would look odd side by side, and keeps its own layout.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Problem } from '../../../shared/session/session'
import { defaultSettings, type Settings } from '../../../shared/settings/settings'
import type { Client } from '../client/client'

/** The settings that a page has a use for; where the window stands and how far it is zoomed is its host's. */
export type Preferences = Omit<Settings, 'window' | 'zoomPercent'>

/** The preferences of this window, and how they change. */
export interface PreferencesState extends Preferences {
  /** Changes some of them. Numbers are rounded, as they are kept in whole pixels. */
  readonly change: (part: Partial<Preferences>) => void
}

/** Where preferences are kept, and who hears that they could not be. */
export interface PreferencesOptions {
  readonly client: Client
  /** What the host had kept, or null where it did not answer. */
  readonly kept: Settings | null
  /** Takes what went wrong with keeping a change. */
  readonly onProblems: (problems: readonly Problem[]) => void
}

/** Preferences as a store. */
export function createPreferencesStore(options: PreferencesOptions): StoreApi<PreferencesState> {
  const { client, kept, onProblems } = options
  const store = createStore<PreferencesState>()((set) => ({
    ...toPreferences(kept ?? defaultSettings),
    change(part) {
      const whole = Object.fromEntries(
        Object.entries(part).map(([name, value]) => [
          name,
          typeof value === 'number' ? Math.round(value) : value,
        ]),
      ) as Partial<Preferences>
      set(whole)
      void client.invoke('settings:change', whole).then((answer) => {
        // A host that does not answer is told of elsewhere.
        if (answer.ok) onProblems(answer.value.problems)
      })
    },
  }))
  client.on('settings:changed', ({ theme, timeZone }) => {
    const known = store.getState()
    if (known.theme !== theme || known.timeZone !== timeZone) store.setState({ theme, timeZone })
  })
  return store
}

function toPreferences(settings: Settings): Preferences {
  const { theme, timeZone, isInspectorOpen, inspectorTab, isGrouped, findingsOrder } = settings
  const { sessionsPx, inspectorPx } = settings
  return {
    theme,
    timeZone,
    isInspectorOpen,
    inspectorTab,
    isGrouped,
    findingsOrder,
    sessionsPx,
    inspectorPx,
  }
}
