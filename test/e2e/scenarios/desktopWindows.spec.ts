/** Windows of the desktop app: several of them, where they open, their zoom, their menus, and what leaves them. */
import { copyFile, mkdir, readFile, rename } from 'node:fs/promises'
import path from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect, test, type App } from '../support/app'
import { line, lines, openSession, samples, session, sessionList } from '../support/screen'

const legacy = 'sessions/2025/10/02/rollout-2025-10-02T09-14-31-0199a3c5-c4a8-7d13-8e20-4b7f5a90c6e1.jsonl'

function electronOf({ electron }: App): ElectronApplication {
  if (electron === null) throw new Error('this scenario is for the desktop app')
  return electron
}

/** Another window, by a deed in the first. */
async function another(app: App, deed: () => Promise<void>): Promise<Page> {
  const [page] = await Promise.all([electronOf(app).waitForEvent('window'), deed()])
  await page.getByRole('navigation', { name: 'Sessions' }).waitFor()
  return page
}

/** Chooses an item of every native menu that opens from now on, and keeps what it offered. */
function answerMenus(app: App, label: string): Promise<void> {
  return electronOf(app).evaluate(({ Menu }, wanted) => {
    Menu.prototype.popup = function popup(options) {
      const offered = this.items.map((item) => (item.enabled ? item.label : `(${item.label})`))
      Object.assign(globalThis, { offered, at: [options?.x, options?.y] })
      this.items.find((item) => item.label === wanted)?.click()
      options?.callback?.()
    }
  }, label)
}

function offered(app: App): Promise<readonly string[]> {
  return electronOf(app).evaluate(() => (globalThis as unknown as { offered: string[] }).offered)
}

// SPEC host/windows
test('two windows have sessions of their own, and closing one takes nothing from the other', async ({
  start,
}) => {
  const app = await start()
  await openSession(app.page, samples.legacy)
  const second = await another(app, () => app.page.keyboard.press('Control+Shift+N'))
  await expect(second.getByRole('heading', { name: 'Open a session' })).toBeVisible()
  await openSession(second, samples.legacy)
  await second.close()
  await lines(app.page).focus()
  await app.page.keyboard.press('End')
  await expect(line(app.page, 16)).toBeVisible()
  await app.page.keyboard.press('Home')
  await app.page.getByRole('tab', { name: /^Findings/ }).click()
  await expect(app.page.getByText(/^Clean$/).first()).toBeVisible()
  await app.page.getByRole('tab', { name: /^Lines/ }).click()
  await openSession(app.page, samples.damaged)
})

// SPEC host/windows
test('opens a row in a window of its own, from its native menu', async ({ start }) => {
  const app = await start()
  await answerMenus(app, 'Open in a new window')
  const second = await another(app, () => session(app.page, samples.damaged).click({ button: 'right' }))
  await expect(line(second, 8)).toContainText('cannot create temp file')
  await expect(app.page.getByRole('heading', { name: 'Open a session' })).toBeVisible()
  expect(await offered(app)).toEqual(
    expect.arrayContaining(['Open the selected row', 'Copy the session id', 'Show in its folder']),
  )
})

// SPEC host/menus
test('rows, text fields and selected text have native menus, from the keyboard too', async ({ start }) => {
  const app = await start()
  await openSession(app.page, samples.legacy)
  await answerMenus(app, 'Copy the line as it stands')
  await line(app.page, 2).click({ button: 'right' })
  await expect
    .poll(() => app.page.evaluate(() => navigator.clipboard.readText().catch(() => 'refused')))
    .not.toBe('')
  const copied = await electronOf(app).evaluate(({ clipboard }) => clipboard.readText())
  expect(copied).toContain('"timestamp"')
  await answerMenus(app, 'Copy the session id')
  await sessionList(app.page).focus()
  await app.page.keyboard.press('Shift+F10')
  await expect
    .poll(() => electronOf(app).evaluate(({ clipboard }) => clipboard.readText()))
    .toMatch(/^[0-9a-f-]{36}$/)
  const at = await electronOf(app).evaluate(() => (globalThis as unknown as { at: number[] }).at)
  expect(at.every((value) => value > 0)).toBe(true)
  await answerMenus(app, 'nothing')
  await app.page.getByRole('searchbox').fill('tide')
  await app.page.getByRole('searchbox').click({ button: 'right' })
  await expect.poll(() => offered(app)).toContain('Paste')
})

// SPEC host/drag-out
test('a row that is dragged out is its file, by its own name', async ({ start, home }) => {
  const app = await start()
  const row = session(app.page, samples.legacy)
  await expect(row).toHaveAttribute('draggable', 'true')
  await electronOf(app).evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (contents === undefined) throw new Error('no window')
    contents.startDrag = ({ file, files, icon }) => {
      Object.assign(globalThis, {
        dragged: { file, files, isEmpty: typeof icon === 'string' || icon.isEmpty() },
      })
    }
  })
  const before = await readFile(path.join(home, legacy))
  await row.dispatchEvent('dragstart')
  const dragged = () =>
    electronOf(app).evaluate(() => (globalThis as unknown as { dragged?: object }).dragged ?? null)
  await expect.poll(dragged).toEqual({
    file: path.join(home, legacy),
    files: [path.join(home, legacy)],
    isEmpty: false,
  })
  // Its own file, dropped on itself, is nothing to open.
  await app.drop([path.join(home, legacy)])
  await expect(app.page.getByRole('heading', { name: 'Open a session' })).toBeVisible()
  expect(await readFile(path.join(home, legacy))).toEqual(before)
})

// SPEC host/window-place, host/zoom
test('opens where it was, as large as it was, and zoomed as it was', async ({ start, folder }) => {
  const dataFolder = path.join(folder, 'kept')
  const first = await start({ dataFolder })
  await electronOf(first).evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 31, y: 47, width: 1111, height: 701 })
  })
  const widthBefore = await first.page.evaluate(() => innerWidth)
  await first.page.keyboard.press('Control+=')
  await first.page.keyboard.press('Control+=')
  await expect.poll(() => first.page.evaluate(() => innerWidth)).toBeLessThan(widthBefore / 1.2)
  await first.close()
  const second = await start({ dataFolder })
  const bounds = await electronOf(second).evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBounds(),
  )
  expect(bounds).toMatchObject({ width: 1111, height: 701 })
  const zoom = () =>
    electronOf(second).evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor(),
    )
  expect(await zoom()).toBeCloseTo(1.25)
  await second.page.keyboard.press('Control+0')
  await expect.poll(zoom).toBe(1)
})

// SPEC recent/kept, recent/missing
test('what was opened is offered at the next start, and in the native menu', async ({
  start,
  home,
  folder,
}) => {
  const dataFolder = path.join(folder, 'kept')
  await mkdir(path.join(folder, 'desk'))
  const [one, two] = ['one.jsonl', 'two.jsonl'].map((name) => path.join(folder, 'desk', name))
  if (one === undefined || two === undefined) throw new Error('no names')
  for (const file of [one, two]) await copyFile(path.join(home, legacy), file)
  const first = await start({ dataFolder, paths: [one] })
  await expect(line(first.page, 2)).toBeVisible()
  await electronOf(first).evaluate(({ app }, file) => {
    app.emit('open-file', { preventDefault: () => undefined }, file)
  }, two)
  await expect(session(first.page, /tides/)).toHaveCount(2)
  await first.close()
  await rename(two, `${two}.moved`)
  const second = await start({ dataFolder })
  const recents = second.page.getByRole('region', { name: 'Opened before' })
  await expect(recents).toContainText('missing from')
  const labels = await electronOf(second).evaluate(({ Menu }) =>
    Menu.getApplicationMenu()
      ?.items.find((item) => item.label === '&File')
      ?.submenu?.items.find((item) => item.label === 'Open &Recent')
      ?.submenu?.items.map((item) => item.label),
  )
  expect(labels?.some((label) => label.startsWith('two.jsonl  (missing'))).toBe(true)
  await recents.getByRole('button', { name: 'Forget two.jsonl' }).click()
  await expect(recents).not.toContainText('two.jsonl')
  await recents.getByRole('button', { name: 'one.jsonl', exact: true }).click()
  await expect(line(second.page, 2)).toBeVisible()
})

// SPEC recent/root
test('begins with the root that was chosen last, and says so', async ({ start, home, folder }) => {
  const dataFolder = path.join(folder, 'kept')
  const env = { CODEX_HOME: undefined, HOME: folder }
  const first = await start({ dataFolder, env })
  await expect(first.page.getByRole('heading', { name: 'Welcome to Rollscope' })).toBeVisible()
  await electronOf(first).evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, home)
  await first.page.getByRole('button', { name: 'Choose a Codex home' }).click()
  await expect(session(first.page, samples.damaged)).toBeVisible()
  await first.close()
  const second = await start({ dataFolder, env })
  await expect(session(second.page, samples.damaged)).toBeVisible()
  await expect(second.page.getByText('chosen last time')).toBeVisible()
  await second.page.getByText('chosen last time').click()
  await expect(second.page.getByRole('menuitem', { name: path.join(folder, '.codex') })).toBeVisible()
})
