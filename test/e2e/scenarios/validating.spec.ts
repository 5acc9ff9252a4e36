/** Validating: many sessions at once, from the command to the written report, with nothing that was read changed. */
import { createHash } from 'node:crypto'
import { mkdir, open, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { describeEvidence } from '../../support/evidence'
import { expect, test, type App } from '../support/app'
import { writeSession } from '../support/damaged'
import { line, openSession, samples, session, sessionList } from '../support/screen'

function table(page: Page): Locator {
  return page.getByRole('listbox', { name: 'Validated sessions' })
}

function verdict(page: Page, name: RegExp): Locator {
  return page.getByRole('group', { name: 'Show by verdict' }).getByRole('button', { name })
}

async function validateAll({ page }: App): Promise<void> {
  await expect(session(page, samples.damaged)).toBeVisible()
  await page.keyboard.press('V')
  await expect(page.getByRole('button', { name: 'Export report…' })).toBeVisible()
}

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`))
}

// SPEC runs/window, runs/order
test('validates all sessions, filters by verdict and opens one at its first finding', async ({ start }) => {
  const app = await start()
  const { page } = app
  await validateAll(app)
  await expect(table(page).getByRole('option')).toHaveCount(6)
  await expect(table(page).getByRole('option').first()).toContainText('storm surge')
  await expect(verdict(page, /^Damaged 1$/)).toBeVisible()
  await expect(verdict(page, /^Clean [45]$/)).toBeVisible()
  await verdict(page, /^Damaged/).click()
  await expect(table(page).getByRole('option')).toHaveCount(1)
  await expect(table(page).getByRole('option')).toContainText(/Damaged.*disk is full.*3 errors/)
  await verdict(page, /^Not read/).click()
  await verdict(page, /^Damaged/).click()
  await expect(page.getByText('None with this verdict')).toBeVisible()
  await page.getByRole('button', { name: 'Show all sessions' }).click()
  await page.getByRole('group', { name: 'Sort by' }).getByRole('button', { name: 'Errors' }).click()
  await table(page).focus()
  await page.keyboard.press('Enter')
  await expect(line(page, 8)).toHaveAttribute('aria-selected', 'true')
  await page.getByRole('button', { name: /Back to the validation/ }).click()
  await expect(table(page)).toBeFocused()
  await expect(table(page).getByRole('option').first()).toContainText('Damaged')
})

// SPEC runs/window
test('speaks of the validation alone, and no longer of progress once there is none', async ({ start }) => {
  const app = await start()
  const { page } = app
  await openSession(page, samples.damaged)
  const hash = page.getByTitle(/^SHA-256/)
  const status = page.getByRole('contentinfo')
  await expect(hash).toBeVisible()
  await page.keyboard.press('d')
  await expect(status).toContainText('Damage 1 of 3')
  await validateAll(app)
  await expect(status).toContainText(/Validation done: 1 damaged, 0 not read, . with findings, . clean/)
  await expect(hash).toBeHidden()
  await expect(status).not.toContainText('Damage 1 of 3')
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  await page.getByRole('button', { name: /Back to the validation/ }).waitFor({ state: 'detached' })
  await page.keyboard.press('1')
  await expect(hash).toBeVisible()
  await expect(status).not.toContainText('Validation done')
})

// SPEC runs/window
test('tells sessions of one title apart', async ({ start, folder }) => {
  const names = ['first-copy', 'second-copy'] as const
  const paths = names.map((name) => path.join(folder, name))
  for (const place of paths) await writeSession(place)
  const { page } = await start({ paths })
  await expect(sessionList(page).getByRole('option').first()).toBeVisible()
  await page.keyboard.press('V')
  const rows = table(page).getByRole('option')
  await expect(rows).toHaveCount(2)
  for (const [at, name] of names.entries()) {
    await expect(rows.nth(at)).toContainText('Count these wrecks.')
    await expect(rows.nth(at)).toContainText('0000d1')
    await expect(rows.nth(at)).toContainText(name)
  }
})

// SPEC runs/window
test('validates the marked sessions alone, and is shown again by its key', async ({ start }) => {
  const app = await start()
  const { page } = app
  await session(page, samples.damaged).click()
  await sessionList(page).focus()
  await page.keyboard.press('m')
  await page.keyboard.press('v')
  await expect(page.getByRole('heading', { name: 'Validate many sessions' })).toBeVisible()
  await page.getByRole('button', { name: 'Validate 1 marked session' }).click()
  await expect(table(page).getByRole('option')).toHaveCount(1)
  await session(page, samples.legacy).click()
  await expect(line(page, 1)).toBeVisible()
  await page.keyboard.press('v')
  await expect(table(page).getByRole('option')).toHaveCount(1)
})

// SPEC runs/export, host/evidence-untouched
test('writes the report into a new file, and says its path and SHA-256', async ({ start, home, folder }) => {
  const place = path.join(folder, 'reports')
  await mkdir(place)
  const before = await describeEvidence(home)
  const app = await start({ exportTo: place })
  const { page, electron } = app
  await validateAll(app)
  await page.getByRole('button', { name: 'Export report…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export the report' })
  if (electron !== null) {
    await electron.evaluate(({ dialog: system }, chosen) => {
      system.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
    }, place)
    await dialog.getByRole('button', { name: 'Choose folder…' }).click()
  }
  await dialog.getByRole('radio', { name: /^JSON lines/ }).click()
  await expect(dialog.getByLabel('New file')).toHaveValue(/^rollscope-validation-.*\.jsonl$/)
  await dialog.getByLabel('New file').fill('report.jsonl')
  await dialog.getByRole('button', { name: 'Export report' }).click()
  await expect(dialog).toContainText('Report written')
  const bytes = await readFile(path.join(place, 'report.jsonl'))
  await expect(dialog).toContainText(path.join(place, 'report.jsonl'))
  await expect(dialog).toContainText(createHash('sha256').update(bytes).digest('hex'))
  expect(bytes.toString().trimEnd().split('\n')).toHaveLength(8)
  await dialog.getByRole('button', { name: 'Write another' }).click()
  await dialog.getByLabel('New file').fill('report.jsonl')
  await expect(dialog).toContainText('report.jsonl exists already')
  await expect(dialog.getByRole('button', { name: 'Export report' })).toBeDisabled()
  expect(await readdir(place)).toEqual(['report.jsonl'])
  expect(await describeEvidence(home)).toEqual(before)
})

// SPEC runs/cancel, runs/window
test('is cancelled, says how many were not checked, and begins anew', async ({ start, home }) => {
  // It takes no room on the disk, and seconds to read.
  const big = await open(path.join(home, 'sessions/2025', 'big.jsonl'), 'w')
  await big.truncate(4_000_000_000)
  await big.close()
  const { page } = await start()
  await expect(session(page, samples.damaged)).toBeVisible()
  await page.keyboard.press('V')
  await expect(table(page).getByRole('option').first()).toContainText(/Clean|Findings/)
  await page.getByLabel('Validation', { exact: true }).getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText(/^Cancelled after \d of 7 sessions: \d not checked/)).toBeVisible()
  await expect(verdict(page, /^Not checked [1-7]$/)).toBeVisible()
  await page.getByRole('button', { name: 'Validate again…' }).click()
  await expect(page.getByRole('button', { name: 'Validate all sessions' })).toBeVisible()
})

test('axe finds nothing to object to in the validation and in its dialog', async ({ start, folder }) => {
  const place = path.join(folder, 'reports')
  await mkdir(place)
  const app = await start({ exportTo: place, colorScheme: 'dark' })
  const { page } = app
  await page.keyboard.press('v')
  await expect(page.getByRole('button', { name: 'Validate all sessions' })).toBeVisible()
  expect(await violations(page), 'start').toEqual([])
  await validateAll(app)
  await expect(table(page).getByRole('option')).toHaveCount(6)
  expect(await violations(page), 'table').toEqual([])
  await page.getByRole('button', { name: 'Export report…' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await violations(page), 'dialog').toEqual([])
})
