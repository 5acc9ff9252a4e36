/** Finding lines in a session: all of them with marks, or only those that match. */
import { expect, test } from '../support/app'
import { isOnTop, narrow } from '../support/narrow'
import { inspector, line, lines, openSession, samples, view } from '../support/screen'
import type { Locator, Page } from '@playwright/test'

function bar(page: Page): Locator {
  return page.getByRole('search', { name: 'Lines of the session' })
}

function field(page: Page): Locator {
  return bar(page).getByRole('searchbox', { name: 'Text in lines' })
}

test('finds text in all lines, from match to match, and closes with Escape', async ({ start }) => {
  const { page } = await start()
  await openSession(page, samples.damaged)
  await view(page, 'Findings').click()
  await page.keyboard.press('ControlOrMeta+f')
  await expect(view(page, 'Lines')).toHaveAttribute('aria-selected', 'true')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('NO SPACE left')
  await expect(bar(page).getByText(/^\d+ lines?$/)).toBeVisible()
  await expect(lines(page).locator('mark').first()).toHaveText('No space left')
  await page.keyboard.press('Enter')
  await expect(line(page, 8)).toHaveAttribute('aria-selected', 'true')
  await expect(bar(page).getByText(/^1 of \d+$/)).toBeVisible()
  await expect(line(page, 8)).toHaveAttribute('data-match', 'true')
  await expect(inspector(page)).toContainText('cannot create temp file')
  await page.keyboard.press('Escape')
  await expect(bar(page)).toBeHidden()
  await expect(lines(page)).toBeFocused()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(line(page, 8)).toHaveAttribute('aria-selected', 'false')
  await page.keyboard.press('F3')
  await expect(field(page)).toHaveValue('NO SPACE left')
  await page.keyboard.press('F3')
  await expect(line(page, 8)).toHaveAttribute('aria-selected', 'true')
})

test('lists only lines that match, with their own numbers, and says what it hides', async ({ start }) => {
  const { page } = await start()
  await openSession(page, samples.damaged)
  await page.getByRole('button', { name: 'Filter lines' }).click()
  await expect(bar(page).getByRole('radio', { name: 'Filter' })).toBeChecked()
  await bar(page).getByRole('button', { name: 'Damage, 3 lines' }).click()
  await expect(lines(page).getByRole('row')).toHaveCount(3)
  await expect(page.getByText('8 of 11 lines hidden by the filter')).toBeVisible()
  await lines(page).focus()
  for (const lineNumber of [8, 9, 11]) {
    await page.keyboard.press('j')
    await expect(line(page, lineNumber)).toHaveAttribute('aria-selected', 'true')
  }
  await page.keyboard.press('g')
  await page.getByRole('dialog').getByRole('textbox').fill('2')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/line 2, which is selected, among them/)).toBeVisible()
  await expect(inspector(page)).toContainText('Line 2')
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(line(page, 2)).toHaveAttribute('aria-selected', 'true')
  await expect(lines(page).getByRole('row')).toHaveCount(11)
})

test('filters by type and by text that stands decoded nowhere in the file', async ({ start }) => {
  const { page } = await start()
  await openSession(page, samples.paginated)
  await page.keyboard.press('ControlOrMeta+Shift+f')
  await expect(field(page)).toBeFocused()
  await bar(page)
    .getByRole('button', { name: /^Types/ })
    .click()
  await page.getByRole('menuitemcheckbox', { name: /^turn_context/ }).click()
  await page.keyboard.press('Escape')
  await expect(bar(page)).toBeVisible()
  await expect(lines(page).getByRole('row').first()).toContainText('turn_context')
  await bar(page).getByRole('button', { name: 'Types: turn_context' }).click()
  await page.getByRole('menuitem', { name: 'All types' }).click()
  await field(page).fill('no such text anywhere')
  await expect(page.getByRole('heading', { name: 'No line matches' })).toBeVisible()
  await page.getByRole('button', { name: 'Show all lines' }).click()
  await expect(line(page, 1)).toBeVisible()
})

for (const width of [960, 720]) {
  test(`nothing of the bar lies under the inspector of a window ${String(width)} px wide`, async ({
    start,
  }) => {
    const { page, electron } = await start()
    await openSession(page, samples.damaged)
    await narrow(page, electron, width)
    await expect(inspector(page)).toBeHidden()
    await page.keyboard.press('i')
    await expect(inspector(page)).toBeVisible()
    await page.keyboard.press('ControlOrMeta+f')
    await page.keyboard.type('space')
    await page.keyboard.press('Enter')
    const count = bar(page).getByText(/^\d+ of \d+$/)
    await expect(count).toBeVisible()
    const parts = [field(page), count, ...(await bar(page).getByRole('button').all())]
    for (const part of parts) {
      await expect.poll(() => part.evaluate(isOnTop), await part.innerHTML()).toBe(true)
    }
    await page.keyboard.press('Escape')
    await expect(inspector(page)).toBeVisible()
  })
}
