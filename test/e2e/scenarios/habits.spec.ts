/** Habits of a desktop program that both hosts have: settings that last, menus on rows, versions, big drops, changed files. */
import { appendFile, copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '../support/app'
import { line, notices, openSession, samples, session, sessionList } from '../support/screen'

const legacy = 'sessions/2025/10/02/rollout-2025-10-02T09-14-31-0199a3c5-c4a8-7d13-8e20-4b7f5a90c6e1.jsonl'

// SPEC settings/kept
test('settings last beyond a restart, whatever address the page has', async ({ start, folder }) => {
  const dataFolder = path.join(folder, 'kept')
  const first = await start({ dataFolder })
  await openSession(first.page, samples.legacy)
  await first.page.keyboard.press('i')
  await first.page.keyboard.press('Control+k')
  await first.page.getByRole('combobox').fill('dark theme')
  await first.page.keyboard.press('Enter')
  await expect(first.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect
    .poll(() => readFile(path.join(dataFolder, 'settings.json'), 'utf8').catch(() => ''))
    .toContain('"theme": "dark"')
  await first.close()
  const second = await start({ dataFolder })
  await expect(second.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await openSession(second.page, samples.legacy)
  await expect(second.page.getByLabel('Inspector', { exact: true })).toBeHidden()
})

// SPEC settings/damaged
test('settings that make no sense are set aside with a notice', async ({ start, folder }) => {
  const dataFolder = path.join(folder, 'kept')
  await mkdir(dataFolder, { mode: 0o700 })
  await writeFile(path.join(dataFolder, 'settings.json'), '{"theme": "dark"')
  const { page } = await start({ dataFolder })
  await expect(notices(page)).toContainText('The settings could not be read and were set aside')
  await expect(session(page, samples.damaged)).toBeVisible()
})

// SPEC host/menus
// Only in the browser: the desktop window shows native menus: see desktopWindows.spec.ts.
test('a row has a menu, from the pointer and from the keyboard', { tag: '@web' }, async ({ start }) => {
  const { page } = await start()
  await session(page, samples.damaged).click({ button: 'right' })
  const menu = page.getByRole('menu')
  await expect(menu).toBeVisible()
  await expect(menu.getByRole('menuitem', { name: 'Show in its folder' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(menu).toBeHidden()
  await sessionList(page).focus()
  await page.keyboard.press('Shift+F10')
  await menu.getByRole('menuitem', { name: 'Open the selected row' }).click()
  await expect(line(page, 8)).toContainText('cannot create temp file')
  await line(page, 9).click({ button: 'right' })
  await expect(menu).toContainText('Copy the line as it stands')
  await menu.getByRole('menuitem', { name: 'Copy the line as it stands' }).click()
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('timestamp')
})

// SPEC host/about
test('says its versions, where its own files lie, and that it only reads', async ({ start, host }) => {
  const { page, dataFolder } = await start()
  await expect(session(page, samples.damaged)).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('about')
  await page.keyboard.press('Enter')
  const about = page.getByRole('dialog', { name: 'About Rollscope' })
  await expect(about).toContainText('for reading only')
  await expect(about).toContainText(dataFolder)
  await expect(about).toContainText(host === 'electron' ? 'Electron' : 'page in a browser')
  await about.getByRole('button', { name: 'Copy the versions' }).click()
  await page.keyboard.press('Escape')
  await expect(about).toBeHidden()
})

// SPEC host/reload
test('a file that changed is read again where one was, and its row follows', async ({
  start,
  home,
  folder,
}) => {
  await mkdir(path.join(folder, 'place'))
  const file = path.join(folder, 'place', path.basename(legacy))
  await copyFile(path.join(home, legacy), file)
  const { page } = await start({ paths: [file] })
  await line(page, 7).click()
  const row = session(page, samples.legacy)
  const sizeBefore = await row.locator('.session-size').textContent()
  const whole = await readFile(file, 'utf8')
  await writeFile(file, whole.replaceAll('board', 'a much longer board'))
  await page.getByRole('button', { name: 'Reload' }).click()
  await expect(line(page, 7)).toHaveAttribute('aria-selected', 'true')
  await expect(row.locator('.session-size')).not.toHaveText(sizeBefore ?? '')
  const sizeAfter = await row.locator('.session-size').textContent()
  await appendFile(file, whole)
  await expect(row.locator('.session-size')).not.toHaveText(sizeAfter ?? '')
  await expect(line(page, 7)).toHaveAttribute('aria-selected', 'true')
  await writeFile(file, whole.split('\n').slice(0, 3).join('\n'))
  await page.getByRole('button', { name: 'Reload' }).click()
  await expect(line(page, 3)).toHaveAttribute('aria-selected', 'true')
})

// SPEC host/drop
// Only in the browser: the desktop window opens dropped files where they lie.
test('a large drop shows how far it has come and can be stopped', { tag: '@web' }, async ({ start }) => {
  const { page, dataFolder } = await start()
  await expect(session(page, samples.damaged)).toBeVisible()
  const dropOf = (megabytes: number): Promise<void> =>
    page.evaluate((count) => {
      const megabyte = new Blob([`${'{"a":1}'.padEnd(1023, ' ')}\n`.repeat(1024)])
      const file = new File(
        Array.from({ length: count }, () => megabyte),
        'big.jsonl',
      )
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(file)
      window.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    }, megabytes)
  await dropOf(1024)
  const status = page.getByRole('contentinfo')
  await expect(status).toContainText(/Opening big\.jsonl.* of 1\.\d+ GB/)
  await status
    .getByRole('button', { name: /Cancel/ })
    .first()
    .click()
  await expect(status).toContainText(/Opening big\.jsonl: cancelled after/)
  await expect
    .poll(async () =>
      (await readdir(path.join(dataFolder, 'copies'), { recursive: true })).filter((name) =>
        name.endsWith('.jsonl'),
      ),
    )
    .toEqual([])
  await expect(notices(page)).not.toContainText('server has stopped')
  await dropOf(4)
  await expect(line(page, 2)).toBeVisible()
  await expect(page.getByText('copy, origin unknown')).toBeVisible()
})

// SPEC host/windows
// Only in the browser: windows are told of in desktopWindows.spec.ts.
test(
  'two tabs look at one file, and one that goes takes nothing from the other',
  { tag: '@web' },
  async ({ start }) => {
    const { page } = await start()
    await openSession(page, samples.legacy)
    const other = await page.context().newPage()
    await other.goto(page.url())
    await openSession(other, samples.legacy)
    await openSession(other, samples.damaged)
    await other.close()
    await page.keyboard.press('End')
    await expect(line(page, 16)).toBeVisible()
    await page.keyboard.press('Home')
    await page.getByRole('tab', { name: /^Findings/ }).click()
    await expect(page.getByText(/^Clean$/).first()).toBeVisible()
  },
)
