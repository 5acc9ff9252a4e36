/** Recents: what was opened before, as the host lists it. The page knows ids and words, and no path that it could use. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { OpenedFiles, Root } from '../../../shared/contract/openedFiles'
import type { Result } from '../../../shared/result'
import type { Problem } from '../../../shared/session/session'
import type { Recent } from '../../../shared/settings/recent'
import type { Client } from '../client/client'

/** What was opened before, and what a person can do with it. */
export interface RecentsState {
  /** Newest first; empty until the host has answered. */
  readonly recents: readonly Recent[]
  readonly load: () => Promise<void>
  readonly open: (recentId: string) => Promise<Result<{ readonly opened: OpenedFiles }>>
  readonly remove: (recentId: string) => Promise<void>
  readonly clear: () => Promise<void>
}

/** What was opened before, apart from the roots that are listed anyway. */
export function unlistedRecents(recents: readonly Recent[], roots: readonly Root[]): readonly Recent[] {
  const homes = new Set(roots.flatMap(({ kind, label }) => (kind === 'home' ? [label] : [])))
  return recents.filter(({ kind, label, place }) => kind !== 'root' || !homes.has(join(place, label)))
}

/** The path that the host took apart into a place and a name; only to be compared with one that it shows. */
function join(place: string, label: string): string {
  const sign = place.includes('\\') && !place.includes('/') ? '\\' : '/'
  return place.endsWith(sign) ? `${place}${label}` : `${place}${sign}${label}`
}

/** Recents as a store. Lists again whenever the host says that they are others. */
export function createRecentsStore(
  client: Client,
  onProblems: (problems: readonly Problem[]) => void,
): StoreApi<RecentsState> {
  const store = createStore<RecentsState>()((set, get) => ({
    recents: [],
    async load() {
      const listed = await client.invoke('recent:list', {})
      if (!listed.ok) return
      set({ recents: listed.value.recents })
      onProblems(listed.value.problems)
    },
    open: (recentId) => client.invoke('recent:open', { recentId }),
    async remove(recentId) {
      await client.invoke('recent:remove', { recentId })
      await get().load()
    },
    async clear() {
      await client.invoke('recent:clear', {})
      await get().load()
    },
  }))
  client.on('recent:changed', () => void store.getState().load())
  return store
}
