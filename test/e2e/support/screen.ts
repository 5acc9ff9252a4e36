/** Screen: the parts of the window by their roles and names, as people and screen readers know them. */
import type { Locator, Page } from '@playwright/test'

/** The title that a row of a sample session has in the list. */
export const samples = {
  bare: /parser for the harbour's table files/,
  legacy: /shows yesterday's tides/,
  named: /Tide board: the harbour's own day/,
  paginated: /Deploy the board to the harbour display/,
  archived: /storm surge forecast/,
  damaged: /The display's disk is full/,
} as const

export function sessionList(page: Page): Locator {
  return page.getByRole('listbox', { name: 'Sessions' })
}

export function session(page: Page, title: RegExp): Locator {
  return sessionList(page).getByRole('option', { name: title })
}

/** Opens a session by clicking its row and waits for its lines. */
export async function openSession(page: Page, title: RegExp): Promise<void> {
  await session(page, title).click()
  await line(page, 1).waitFor()
}

export function lines(page: Page): Locator {
  return page.getByRole('grid', { name: 'Lines' })
}

/** The row of a line; rows start with their number. */
export function line(page: Page, lineNumber: number): Locator {
  return lines(page).locator(`[role="row"][aria-rowindex="${String(lineNumber + 1)}"]`)
}

export function view(page: Page, name: 'Lines' | 'Findings'): Locator {
  return page.getByRole('tab', { name: new RegExp(`^${name}`) })
}

export function findings(page: Page): Locator {
  return page.getByRole('tree', { name: 'Findings' })
}

export function inspector(page: Page): Locator {
  return page.getByLabel('Inspector', { exact: true })
}

export function filter(page: Page): Locator {
  return page.getByRole('searchbox', { name: /Filter sessions/ })
}

export function notices(page: Page): Locator {
  return page.getByRole('log', { name: 'Notices' })
}
