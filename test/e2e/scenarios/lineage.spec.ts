/** The header's line about the files that one belongs with. */
import { expect, test } from '../support/app'
import { homeOfForks } from '../support/forks'
import { line, openSession, session } from '../support/screen'
import type { Locator, Page } from '@playwright/test'

function related(page: Page): Locator {
  return page.getByRole('group', { name: 'Related files' })
}

// SPEC lineage/links
test('leads from a fork to the line of the file that it goes on from', async ({ start, folder }) => {
  const { page } = await start({ home: await homeOfForks(folder) })
  await openSession(page, /Count the gulls/)
  await expect(related(page)).toHaveText(/^Goes on from .* at line 3/)
  await expect(related(page)).toHaveAttribute('title', /^Goes on from .* at line 3/)
  await related(page).getByRole('button').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /Count the boats/ })).toBeVisible()
  await expect(line(page, 3)).toHaveAttribute('aria-selected', 'true')
  await expect(related(page)).toHaveCount(0)
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(session(page, /Count the gulls/)).toHaveAttribute('aria-selected', 'true')
})

test('says what the file goes on from where that is not there', async ({ start, folder }) => {
  const { page } = await start({ home: await homeOfForks(folder) })
  await openSession(page, /Count the crabs/)
  await expect(related(page)).toContainText('which is not in this home')
  await expect(related(page).getByRole('button')).toHaveCount(0)
})
