/** Finding sessions: the list, its filter, and what it says when there are none. */
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '../support/app'
import { filter, samples, session, sessionList } from '../support/screen'

test('lists the sessions of the root, newest first, with what is known of each', async ({ start }) => {
  const { page } = await start()
  const rows = sessionList(page).getByRole('option')
  await expect(rows.first()).toHaveText(samples.damaged)
  await expect(session(page, samples.named)).toContainText('0.118.0')
  await expect(session(page, samples.bare)).toBeVisible()
})

test('filters as one types, counts, and shows all again', async ({ start }) => {
  const { page } = await start()
  await expect(session(page, samples.damaged)).toBeVisible()
  await page.keyboard.press('/')
  await expect(filter(page)).toBeFocused()
  await page.keyboard.type('harbour display')
  await expect(sessionList(page).getByRole('option')).toHaveCount(1)
  await expect(session(page, samples.paginated)).toBeVisible()
  await filter(page).fill('nothing has this text')
  await expect(page.getByText('No session matches')).toBeVisible()
  await page.getByRole('button', { name: /^Show all/ }).click()
  await expect(session(page, samples.legacy)).toBeVisible()
})

test('shows archived sessions on request', async ({ start }) => {
  const { page } = await start()
  await page.getByRole('radio', { name: /^Archived/ }).click()
  await expect(session(page, samples.archived)).toBeVisible()
  await expect(session(page, samples.legacy)).toBeHidden()
})

test('offers the samples where the root is empty', async ({ start, folder }) => {
  const home = path.join(folder, 'empty-home')
  await mkdir(home)
  const { page } = await start({ home })
  await expect(page.getByText('No sessions here')).toBeVisible()
  await page
    .getByRole('navigation', { name: 'Sessions' })
    .getByRole('button', { name: /samples/i })
    .click()
  await expect(session(page, samples.paginated)).toBeVisible()
})

test('says which root is missing, and offers the samples', async ({ start, folder }) => {
  const home = path.join(folder, 'no such home')
  const { page } = await start({ home })
  const pane = page.getByRole('navigation', { name: 'Sessions' })
  await expect(pane.getByText('This folder does not exist')).toBeVisible()
  await expect(pane.getByText('no such home').first()).toBeVisible()
  await expect(pane.getByRole('button', { name: 'Open the samples' })).toBeVisible()
})

test('tells a root that is a file from a missing one', async ({ start, folder }) => {
  const home = path.join(folder, 'a file')
  await writeFile(home, '')
  const { page } = await start({ home })
  const pane = page.getByRole('navigation', { name: 'Sessions' })
  await expect(pane.getByText('This is a file, not a folder')).toBeVisible()
  await expect(pane.getByText('does not exist')).toBeHidden()
})

test('says how many entries of a root were not read, and lists each', async ({ start, home }) => {
  await symlink(path.join(home, 'nowhere'), path.join(home, 'sessions/a-link'))
  await symlink(path.join(home, 'nowhere'), path.join(home, 'sessions/b-link'))
  const { page } = await start()
  await page.getByRole('button', { name: /2 entries were not read/ }).press('Enter')
  const dialog = page.getByRole('dialog', { name: '2 entries were not read' })
  await expect(dialog.getByText('a-link')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})
