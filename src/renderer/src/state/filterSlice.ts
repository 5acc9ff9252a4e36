/** Filter slice: finding lines of the open session. The host searches; here is what was asked and what it has told. */
import type { StateCreator } from 'zustand/vanilla'
import { lossOf } from './eyeSlice'
import { createFilterSearch } from './filterSearch'
import { filterClosed, toLineFilter, type FilterSlice } from './filterTypes'
import { lineOfMatch } from './matchRequests'
import { createMatchSteps } from './matchSteps'
import type { ViewerPorts } from './sessionWork'
import type { ViewerState } from './viewerTypes'

/** A pause in typing of this length starts a search. */
const typingMs = 120

/** Filter slice of the viewer. */
export const createFilterSlice =
  (ports: ViewerPorts): StateCreator<ViewerState, [], [], FilterSlice> =>
  (set, get) => {
    const { client, onFailure } = ports
    const search = createFilterSearch(ports, { get, set })
    const steps = createMatchSteps(ports, { get }, search)
    let timer: ReturnType<typeof setTimeout> | null = null

    function endPause(): void {
      if (timer !== null) clearTimeout(timer)
      timer = null
    }

    function fileId(): string | null {
      const { session } = get()
      return session.status === 'ready' ? session.fileId : null
    }

    function showSelected(): void {
      const { selectedLine, revealLine } = get()
      if (selectedLine !== null) revealLine(selectedLine, 'center')
    }

    return {
      ...filterClosed,
      openFilter(mode) {
        if (fileId() === null) return
        const wasOpen = get().isFilterOpen
        set({ isFilterOpen: true })
        get().setFilterMode(mode)
        if (!wasOpen) void get().runFilter()
      },
      closeFilter() {
        if (!get().isFilterOpen) return
        set({ isFilterOpen: false })
        steps.drop()
        search.forget()
        showSelected()
      },
      setFilterMode(filterMode) {
        if (get().filterMode === filterMode) return
        set({ filterMode })
        showSelected()
      },
      changeWish(part) {
        set({ wish: { ...get().wish, ...part } })
        endPause()
        steps.drop()
        timer = setTimeout(() => void get().runFilter(), part.text === undefined ? 0 : typingMs)
      },
      cancelFilter() {
        endPause()
        search.cancel()
      },
      async runFilter() {
        endPause()
        const file = fileId()
        const filter = toLineFilter(get().wish, lossOf(get()))
        if (file === null || filter === null || !get().isFilterOpen) {
          search.forget()
          return
        }
        await search.start(file, filter)
      },
      async stepMatch(by) {
        // What was just typed is what the step is meant for.
        if (timer !== null) void get().runFilter()
        await steps.step(by)
      },
      async goToMatch(index, alignment) {
        const { matched, matches } = get()
        if (matched === null || matches === null || matched.matched === 0) return
        const at = Math.max(0, Math.min(index, matched.matched - 1))
        const here = matches.row(at + 1)?.lineNumber
        const line =
          here === undefined ? await lineOfMatch(client, matched, at) : { ok: true as const, value: here }
        if (!line.ok) onFailure(line.error)
        if (!line.ok || line.value === null || get().matches !== matches) return
        get().select(line.value)
        set({ matchPlace: { lineNumber: line.value, index: at, isMatch: true, isKnown: true } })
        get().revealLine(line.value, alignment)
      },
      wantMatches(first, last, matchWindow) {
        const { matches, matched } = get()
        set({ matchWindow })
        if (matches !== null && matched !== null) matches.want(first, last, matched.matched)
      },
    }
  }
