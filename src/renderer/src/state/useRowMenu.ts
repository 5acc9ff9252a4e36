import type { MouseEvent } from 'react'
import { openRowMenu } from './contextMenu'
import { useStores } from './stores'

/**
 * Answers the handler that opens the menu of the row under the pointer, or from the keyboard (Menu key, Shift+F10) that of
 * the row that the list stands on. `selector` finds a row, `move` makes it the one that is meant. Selected text keeps the
 * system's own menu.
 */
export function useRowMenu(
  region: 'sessions' | 'lines',
  selector: string,
  move: (row: HTMLElement) => void,
): (event: MouseEvent<HTMLElement>) => void {
  const stores = useStores()
  return (event) => {
    const target = event.target as Element
    const pointed = target.closest<HTMLElement>(selector)
    const isKeyboard = pointed === null && event.button !== 2
    const row = isKeyboard ? activeRow(event.currentTarget) : pointed
    if (row === null || isTextSelectedIn(row)) return
    event.preventDefault()
    if (!isKeyboard) move(row)
    const { left, bottom } = row.getBoundingClientRect()
    const at = isKeyboard
      ? { x: Math.max(0, left + 24), y: Math.max(0, bottom) }
      : { x: event.clientX, y: event.clientY }
    void openRowMenu(stores, region, at)
  }
}

function activeRow(list: HTMLElement): HTMLElement | null {
  const id = list.getAttribute('aria-activedescendant')
  return id === null ? null : document.getElementById(id)
}

function isTextSelectedIn(row: HTMLElement): boolean {
  const selection = window.getSelection()
  return selection !== null && !selection.isCollapsed && selection.containsNode(row, true)
}
