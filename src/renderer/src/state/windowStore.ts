/** Window state: which view and which dialog are open, where the focus should go, and what must be told. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import { isOfConnection, type Connection } from '../client/connection'
import type { AppError } from '../../../shared/result'
import type { Problem } from '../../../shared/session/session'
import type { ShownMenu } from './shownMenu'

export const views = ['lines', 'findings'] as const
export type View = (typeof views)[number]
/** What the middle of the window shows: the open session, or the validation of many. */
export type Centre = 'session' | 'validation'
export type Dialog = 'palette' | 'go-to' | 'keys' | 'list-problems' | 'about' | 'export' | 'report'

/** Something that happened and that somebody should know: what, to which file, what can be done. */
export interface Notice {
  readonly id: number
  readonly tone: 'error' | 'warning' | 'info'
  readonly title: string
  readonly file: string | null
  readonly hint: string | null
  /** `session`: of no use any more when another session is opened. */
  readonly scope: 'window' | 'session'
}

/** What is to be told. Without a scope it outlives the session. */
export type NewNotice = Omit<Notice, 'id' | 'scope'> & { readonly scope?: Notice['scope'] }

/** Asks for the focus. `seq` grows, so that asking for the same place twice is two requests. */
export interface FocusRequest {
  readonly place: 'filter' | 'facets' | 'sessions' | 'view' | 'find' | 'line-filter' | 'validation'
  readonly seq: number
}

export interface WindowState {
  readonly view: View
  readonly centre: Centre
  /** Whether there is no room for the inspector beside the session, so that it lies over it. */
  readonly isNarrow: boolean
  /** Whether it lies there. Nobody who only reads has half of the session covered. */
  readonly isInspectorOver: boolean
  readonly dialog: Dialog | null
  /** Whether the search of the inspector is open. */
  readonly isFindOpen: boolean
  /** Whether the host answers. */
  readonly connection: Connection
  /** The context menu that the page shows itself. */
  readonly menu: ShownMenu | null
  /** True while rows are dragged out of this window, whose files it must not take for dropped ones. */
  readonly isDraggingOut: boolean
  readonly focus: FocusRequest
  readonly notices: readonly Notice[]
  readonly announcement: string
  /** Shows a view of the open session. */
  readonly show: (view: View) => void
  readonly showCentre: (centre: Centre) => void
  /** Tells how wide the window is. An inspector that lay over the session is gone with that. */
  readonly setNarrow: (isNarrow: boolean) => void
  readonly setInspectorOver: (isOver: boolean) => void
  readonly setConnection: (connection: Connection) => void
  readonly showMenu: (menu: ShownMenu | null) => void
  readonly setDraggingOut: (isDraggingOut: boolean) => void
  readonly openDialog: (dialog: Dialog | null) => void
  /** Opens the search of the inspector and gives it the focus, or closes it. */
  readonly openFind: (isOpen: boolean) => void
  readonly requestFocus: (place: FocusRequest['place']) => void
  /** Answers whether the latest request is for this place and nobody has taken it yet, and takes it. */
  readonly takeFocus: (place: FocusRequest['place']) => boolean
  readonly tell: (notice: NewNotice) => void
  readonly tellError: (error: AppError, scope?: Notice['scope']) => void
  readonly tellProblems: (problems: readonly Problem[]) => void
  readonly dismiss: (id: number) => void
  /** Takes away what was told of a session: all of it, or what was not an error. */
  readonly dismissOfSession: (which: 'all' | 'info') => void
  /** Says something through the live region only. */
  readonly announce: (text: string) => void
}

const mostNotices = 3

/** Window state as a store. */
export function createWindowStore(): StoreApi<WindowState> {
  let nextId = 1
  let takenSeq = 0
  return createStore<WindowState>()((set, get) => ({
    view: 'lines',
    centre: 'session',
    isNarrow: false,
    isInspectorOver: false,
    dialog: null,
    isFindOpen: false,
    connection: 'fine',
    menu: null,
    isDraggingOut: false,
    focus: { place: 'sessions', seq: 0 },
    notices: [],
    announcement: '',
    show(view) {
      set({ view, centre: 'session' })
    },
    showCentre(centre) {
      if (get().centre !== centre) set({ centre })
    },
    setNarrow(isNarrow) {
      if (get().isNarrow !== isNarrow) set({ isNarrow, isInspectorOver: false })
    },
    setInspectorOver(isInspectorOver) {
      if (get().isInspectorOver !== isInspectorOver) set({ isInspectorOver })
    },
    setConnection(connection) {
      if (get().connection !== connection) set({ connection })
    },
    showMenu(menu) {
      set({ menu })
    },
    setDraggingOut(isDraggingOut) {
      if (get().isDraggingOut !== isDraggingOut) set({ isDraggingOut })
    },
    openDialog(dialog) {
      set({ dialog })
    },
    openFind(isFindOpen) {
      set({ isFindOpen })
      if (isFindOpen) get().requestFocus('find')
    },
    requestFocus(place) {
      set({ focus: { place, seq: get().focus.seq + 1 } })
    },
    takeFocus(place) {
      const { focus } = get()
      if (focus.place !== place || focus.seq <= takenSeq) return false
      takenSeq = focus.seq
      return true
    },
    tell(notice) {
      const others = get().notices.filter(
        (known) => known.title !== notice.title || known.file !== notice.file,
      )
      set({ notices: [...others, { scope: 'window' as const, ...notice, id: nextId++ }].slice(-mostNotices) })
    },
    tellError(error, scope = 'window') {
      if (error.code === 'cancelled' || isOfConnection(error)) return
      const { message, file = null, hint = null } = error
      get().tell({ tone: 'error', title: message, file, hint, scope })
    },
    tellProblems(problems) {
      const shown = problems.slice(0, mostNotices - 1)
      for (const { message, path, severity } of shown) {
        get().tell({ tone: severity, title: message, file: path, hint: null })
      }
      const rest = problems.length - shown.length
      if (rest > 0) {
        get().tell({
          tone: 'error',
          title: `${String(rest)} more could not be opened.`,
          file: null,
          hint: null,
        })
      }
    },
    dismiss(id) {
      set({ notices: get().notices.filter((notice) => notice.id !== id) })
    },
    dismissOfSession(which) {
      const { notices } = get()
      const kept = notices.filter(
        ({ scope, tone }) => scope === 'window' || (which === 'info' && tone === 'error'),
      )
      if (kept.length < notices.length) set({ notices: kept })
    },
    announce(announcement) {
      set({ announcement })
    },
  }))
}
