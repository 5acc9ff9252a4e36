/** Findings: under their rules, by keys from one to the next, and the bytes around each. */
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../support/app'
import { manyFindings, writeSession } from '../support/damaged'
import { findings, inspector, line, view } from '../support/screen'

function row(page: Page, name: RegExp): Locator {
  return findings(page).getByRole('treeitem', { name })
}

function bytes(page: Page): Locator {
  return page.getByRole('table', { name: 'Bytes around the finding' })
}

// SPEC findings/groups
test('shows findings under their rules, explained, filtered and folded by keys', async ({
  start,
  folder,
}) => {
  const { page } = await start({ paths: [await writeSession(folder)] })
  await expect(line(page, 9)).toBeVisible()
  await page.keyboard.press('2')
  await expect(findings(page)).toBeFocused()
  const heads = findings(page).getByRole('treeitem', { level: 1 })
  await expect(heads.filter({ hasText: 'line/nul' })).toHaveAttribute('aria-label', /^Error: .*, 1 finding$/)
  await page.keyboard.press('Home')
  await expect(heads.first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('e')
  await expect(findings(page)).toContainText('What to do')
  await expect(findings(page)).toContainText('Known from')
  await page.keyboard.press('Enter')
  await expect(findings(page)).not.toContainText('What to do')
  await page.keyboard.press('ArrowLeft')
  await expect(heads.first()).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  const first = findings(page).getByRole('treeitem', { level: 2 }).first()
  await expect(first).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(view(page, 'Lines')).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('row', { selected: true })).toHaveAttribute('data-damage', 'true')

  await page.keyboard.press('2')
  const shown = page.getByRole('group', { name: 'Severities on show' })
  await shown.getByRole('button', { name: /error/ }).click()
  await expect(findings(page)).not.toContainText('line/nul')
  await expect(findings(page)).not.toContainText('line/not-record')
  await expect(findings(page)).toContainText('record/unknown-type')
  await shown.getByRole('button', { name: /error/ }).click()
  await page.getByRole('button', { name: 'By place' }).click()
  await expect(findings(page).getByRole('treeitem', { level: 2 })).toHaveCount(0)
  const places = findings(page).getByRole('treeitem', { name: /line\/(not-json|not-record|nul)/ })
  await expect(places.getByRole('button')).toHaveText(['line 3', 'line 4', 'line 6'])
  await page.reload()
  await line(page, 1).waitFor()
  await page.keyboard.press('2')
  await expect(page.getByRole('button', { name: 'By place' })).toHaveAttribute('aria-pressed', 'true')
})

// SPEC findings/next
test('goes from damage to damage by keys, says which one of how many, and goes round', async ({
  start,
  folder,
}) => {
  const { page } = await start({ paths: [await writeSession(folder)] })
  await expect(page.getByTitle(/^SHA-256/)).toBeVisible()
  for (const [key, lineNumber, words] of [
    ['d', 3, 'Damage 1 of 4'],
    ['d', 4, 'Damage 2 of 4'],
    ['d', 6, 'Damage 3 of 4'],
    ['d', 8, 'Damage 4 of 4'],
    ['d', 3, 'Damage 1 of 4, from the start again'],
    ['Shift+D', 8, 'Damage 4 of 4, from the end again'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(line(page, lineNumber)).toHaveAttribute('aria-selected', 'true')
    await expect(page.getByRole('contentinfo').getByText(words, { exact: true })).toBeVisible()
    await expect(page.getByRole('status').filter({ hasText: words }).first()).toBeAttached()
  }
  await expect(line(page, 6).getByLabel('has an error')).toBeVisible()
  await page.keyboard.press('2')
  await page.keyboard.press('Shift+D')
  await expect(row(page, /line 6/)).toHaveAttribute('aria-selected', 'true')
  await line(page, 1).waitFor({ state: 'detached' })
})

// SPEC findings/bytes
test('shows the bytes around a finding in hex and text, and copies them', async ({ start, folder }) => {
  const app = await start({ paths: [await writeSession(folder)] })
  const { page } = app
  await expect(page.getByTitle(/^SHA-256/)).toBeVisible()
  await page.keyboard.press('2')
  await page.keyboard.press('Shift+D')
  await expect(inspector(page)).toContainText('Line 8')
  const marked = bytes(page).locator('mark')
  await expect(marked.first()).toHaveText('ff')
  await expect(bytes(page)).toContainText('":"··"}')
  await page.getByRole('button', { name: 'Copy the bytes of the finding as hex' }).click()
  await expect(page.getByText('Hex copied')).toBeAttached()
  const copied =
    app.electron === null
      ? await page.evaluate(() => navigator.clipboard.readText())
      : await app.electron.evaluate(({ clipboard }) => clipboard.readText())
  expect(copied).toBe('ff')
  await bytes(page).focus()
  await page.keyboard.press('Control+Home')
  const first = bytes(page).getByRole('rowheader', { name: '0', exact: true })
  await expect(first).toBeVisible()
  await page.keyboard.press('Control+End')
  await expect(first).toBeHidden()
  await page.keyboard.press('Home')
  await expect(marked.first()).toHaveText('ff')
  await page
    .getByRole('button', { name: 'Offsets in decimal' })
    .or(page.getByText('byte, decimal'))
    .first()
    .click()
  await expect(bytes(page)).toContainText('0x00000')
})

// SPEC findings/bytes
test('shows no bytes for what is about the whole file', async ({ start, folder }) => {
  const says = '{"timestamp":"2026-03-04T05:06:07.000Z","type":"event_msg","payload":'
  const content = `${says}{"type":"user_message","message":"Where am I?"}}\nnot JSON\n`
  const { page } = await start({ paths: [await writeSession(folder, content)] })
  await expect(page.getByTitle(/^SHA-256/)).toBeVisible()
  await page.keyboard.press('2')
  await page.keyboard.press('Shift+D')
  await expect(bytes(page)).toBeVisible()
  await page.keyboard.press('d')
  await expect(page.getByRole('contentinfo').getByText(/^Damage 1 of 2, about the whole file/)).toBeVisible()
  const panel = page.getByRole('tabpanel', { name: 'Finding', exact: true })
  await expect(panel).toContainText('Whole file, meta/missing')
  await expect(panel).toContainText('This is about the file as a whole')
  await expect(bytes(page)).toHaveCount(0)
  await expect(page.getByRole('button', { name: /Copy the bytes/ })).toHaveCount(0)
  await expect(row(page, /whole file/).first()).not.toContainText('byte')
})

// SPEC findings/groups
test('lists ten thousand findings of a rule under a head that stays in sight', async ({ start, folder }) => {
  const { page } = await start({ paths: [await writeSession(folder, manyFindings(10_500))] })
  await expect(page.getByTitle(/^SHA-256/)).toBeVisible()
  await page.keyboard.press('2')
  await expect(findings(page)).toContainText('10,000 of 10,500 listed')
  await page.keyboard.press('Shift+D')
  await expect(page.getByRole('contentinfo').getByText('of 10,000 that are listed')).toBeVisible()
  const head = findings(page).locator('[data-sticky="true"]')
  await expect(head).toContainText('line/not-json')
  await expect(head).toBeInViewport()
  await expect(row(page, /line 10,001/)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('End')
  await expect(findings(page).locator('[aria-selected="true"]')).toBeInViewport()
  await expect(head).not.toContainText('line/not-json')
})

// SPEC strip/findings
test('marks findings on the strip, says what they are, and goes there', async ({ start, folder }) => {
  const { page } = await start({ paths: [await writeSession(folder)] })
  await expect(page.getByTitle(/^SHA-256/)).toBeVisible()
  const strip = page.getByRole('slider', { name: 'Position in the file' })
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('d')
  await expect(line(page, 6)).toHaveAttribute('aria-selected', 'true')
  const at = await page.locator('.strip-selected').boundingBox()
  const box = await strip.boundingBox()
  if (at === null || box === null) throw new Error('the strip is not there')
  await line(page, 1).click()
  await strip.hover({ position: { x: at.x - box.x + 2, y: 6 } })
  await expect(strip).toContainText('line/nul')
  await strip.click({ position: { x: at.x - box.x + 2, y: 6 } })
  await expect(line(page, 6)).toHaveAttribute('aria-selected', 'true')
})
