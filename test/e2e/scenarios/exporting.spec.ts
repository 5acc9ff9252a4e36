/** Exporting: from the window into a folder, verified by hand, with nothing that was read changed. */
import { spawnSync } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { describeEvidence } from '../../support/evidence'
import { expect, test, type App } from '../support/app'
import { filter, samples, session, sessionList } from '../support/screen'

function dialog(page: Page) {
  return page.getByRole('dialog', { name: 'Export sessions' })
}

/** Opens the dialog with the keys and gives it a place: in Electron through the system's own dialog. */
async function openExport({ page, electron }: App, place: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+e')
  await expect(dialog(page)).toBeVisible()
  if (electron === null) return
  await electron.evaluate(({ dialog: system }, folder) => {
    system.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] })
  }, place)
  await page.getByRole('button', { name: 'Choose folder…' }).click()
}

/** What is in an export, and what `sha256sum -c` says of it where there is one. */
async function verify(folder: string): Promise<void> {
  expect(await readdir(folder)).toEqual(expect.arrayContaining(['manifest.sha256', 'selection.json']))
  const ran = spawnSync('sha256sum', ['-c', '--quiet', 'manifest.sha256'], { cwd: folder, encoding: 'utf8' })
  if (ran.error === undefined) expect(ran.stdout + ran.stderr).toBe('')
}

// SPEC export/window, export/original, host/evidence-untouched
test('exports marked sessions byte for byte, and leaves what it read as it was', async ({
  start,
  home,
  folder,
}) => {
  const place = path.join(folder, 'exports')
  await mkdir(place)
  const before = await describeEvidence(home)
  const app = await start({ exportTo: place })
  const { page } = app
  await session(page, samples.damaged).click()
  await sessionList(page).focus()
  await page.keyboard.press('m')
  await openExport(app, place)
  await expect(dialog(page).getByRole('radio', { name: '1 marked session' })).toBeChecked()
  await expect(dialog(page).getByLabel('Preview')).toContainText('1 session')
  await dialog(page).getByLabel('New folder').fill('case 17')
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toContainText('1 session exported')
  await expect(dialog(page)).toContainText('sha256sum -c manifest.sha256')
  await verify(path.join(place, 'case 17'))
  const record = JSON.parse(await readFile(path.join(place, 'case 17/selection.json'), 'utf8')) as {
    readonly sessions: readonly { readonly path: string; readonly output: string }[]
  }
  const [exported] = record.sessions
  const copy = await readFile(path.join(place, 'case 17', exported?.output ?? ''))
  expect(copy.equals(await readFile(path.join(home, exported?.path ?? '')))).toBe(true)
  expect(await readdir(place)).toEqual(['case 17'])
  expect(await describeEvidence(home)).toEqual(before)
})

// SPEC export/window, export/atomic
test('exports what the filter shows as each of the other formats, and replaces nothing', async ({
  start,
  folder,
}) => {
  const place = path.join(folder, 'exports')
  await mkdir(path.join(place, 'taken'), { recursive: true })
  await writeFile(path.join(place, 'taken/mine'), 'x')
  const app = await start({ exportTo: place })
  const { page } = app
  await filter(page).fill('harbour')
  await expect(sessionList(page).getByRole('option').first()).toBeVisible()
  await openExport(app, place)
  const name = dialog(page).getByLabel('New folder')
  await name.fill('taken')
  await expect(dialog(page)).toContainText('taken exists already')
  await expect(dialog(page).getByRole('button', { name: /^Export \d/ })).toBeDisabled()
  for (const [title, file] of [
    ['JSON lines', /\.lines\.jsonl$/],
    ['Markdown', /\.md$/],
    ['CSV table', /^sessions\.csv$/],
  ] as const) {
    await dialog(page).getByRole('radio', { name: title }).click()
    await name.fill(title)
    await dialog(page)
      .getByRole('button', { name: /^Export \d/ })
      .click()
    await expect(dialog(page)).toContainText('exported')
    await verify(path.join(place, title))
    const names = await readdir(path.join(place, title), { recursive: true })
    expect(names.filter((entry) => file.test(entry)).length).toBeGreaterThan(0)
    await dialog(page).getByRole('button', { name: 'Export more' }).click()
  }
  expect(await readdir(path.join(place, 'taken'))).toEqual(['mine'])
})

test('axe finds nothing to object to in the dialog, and Escape gives the focus back', async ({
  start,
  folder,
}) => {
  const place = path.join(folder, 'exports')
  await mkdir(place)
  const app = await start({ exportTo: place, colorScheme: 'dark' })
  const { page } = app
  await expect(session(page, samples.damaged)).toBeVisible()
  const violations = async (): Promise<readonly string[]> => {
    const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`))
  }
  await openExport(app, place)
  await expect(dialog(page).getByRole('button', { name: /^Export \d/ })).toBeEnabled()
  expect(await violations(), 'choices').toEqual([])
  await dialog(page)
    .getByRole('button', { name: /^Export \d/ })
    .click()
  await expect(dialog(page)).toContainText('exported')
  expect(await violations(), 'result').toEqual([])
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
})

// SPEC export/window
// Only in the browser: the desktop asks for a folder.
test('a browser without a folder for exports is told how to get one', { tag: '@web' }, async ({ start }) => {
  const { page } = await start()
  await expect(session(page, samples.damaged)).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Shift+e')
  await expect(dialog(page)).toContainText('rollscope serve --export-to DIR')
  await expect(dialog(page).getByRole('button', { name: /^Export \d/ })).toBeDisabled()
})
