/** Shown menu: a menu that the page draws itself, where its host has none. */
import type { MenuItem } from '../../../shared/settings/menu'

/** A point of the page, in its own pixels. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** A menu that the page itself shows. */
export interface ShownMenu {
  readonly items: readonly MenuItem[]
  readonly at: Point
  /** Takes the id of the chosen item, or null when the menu was closed without a choice. */
  readonly choose: (id: string | null) => void
}
