/**
 * Preferences: what the window remembers between starts. Read tolerantly, because whatever lies in
 * `localStorage` may be from another version or from nobody: a value that does not fit is the default.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]
export const timeZones = ['utc', 'local'] as const
export type TimeZone = (typeof timeZones)[number]

export interface Preferences {
  readonly theme: Theme
  readonly timeZone: TimeZone
  readonly isInspectorOpen: boolean
  /** Whether the session list shows what belongs to a thread under it. */
  readonly isGrouped: boolean
  /** Width of the session list and of the inspector, in pixels. */
  readonly sessionsPx: number
  readonly inspectorPx: number
}

export const defaultPreferences: Preferences = {
  theme: 'system',
  timeZone: 'utc',
  isInspectorOpen: true,
  isGrouped: false,
  sessionsPx: 300,
  inspectorPx: 380,
}

/** The two methods of `localStorage` that are used, so that tests and locked-down browsers can do without it. */
export type PreferenceStorage = Pick<Storage, 'getItem' | 'setItem'>

const storageKey = 'rollscope.preferences'

/** Reads preferences from JSON text; anything that is not a preference becomes its default. */
export function parsePreferences(text: string | null): Preferences {
  const value = parseObject(text)
  return {
    theme: oneOf(themes, value['theme'], defaultPreferences.theme),
    timeZone: oneOf(timeZones, value['timeZone'], defaultPreferences.timeZone),
    isInspectorOpen: flag(value['isInspectorOpen'], defaultPreferences.isInspectorOpen),
    isGrouped: flag(value['isGrouped'], defaultPreferences.isGrouped),
    sessionsPx: pixels(value['sessionsPx'], defaultPreferences.sessionsPx),
    inspectorPx: pixels(value['inspectorPx'], defaultPreferences.inspectorPx),
  }
}

export interface PreferencesState extends Preferences {
  readonly change: (part: Partial<Preferences>) => void
}

/** Preferences as a store; every change is written at once, and a storage that refuses is no reason to fail. */
export function createPreferencesStore(storage: PreferenceStorage | null): StoreApi<PreferencesState> {
  return createStore<PreferencesState>()((set, get) => ({
    ...parsePreferences(read(storage)),
    change(part) {
      set(part)
      const { theme, timeZone, isInspectorOpen, isGrouped, sessionsPx, inspectorPx } = get()
      const kept: Preferences = { theme, timeZone, isInspectorOpen, isGrouped, sessionsPx, inspectorPx }
      write(storage, JSON.stringify(kept))
    },
  }))
}

function read(storage: PreferenceStorage | null): string | null {
  try {
    return storage?.getItem(storageKey) ?? null
  } catch {
    return null
  }
}

function write(storage: PreferenceStorage | null, text: string): void {
  try {
    storage?.setItem(storageKey, text)
  } catch {
    // A full or forbidden storage only means that the next start has the defaults.
  }
}

function parseObject(text: string | null): Readonly<Record<string, unknown>> {
  if (text === null) return {}
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
  } catch {
    return {}
  }
}

function flag(value: unknown, fallback: boolean): boolean {
  return typeof value === 'boolean' ? value : fallback
}

function pixels(value: unknown, fallback: number): number {
  return typeof value === 'number' && value >= 100 && value <= 2000 ? Math.round(value) : fallback
}

function oneOf<T extends string>(known: readonly T[], value: unknown, fallback: T): T {
  return known.find((candidate) => candidate === value) ?? fallback
}
