/** Reading one session: its lines, one line in full, the strip, and ways to get to a line. */
import { expect, test } from '../support/app'
import { findings, inspector, line, lines, openSession, samples, view } from '../support/screen'

test('shows every line of a session, and one of them in full', async ({ start }) => {
  const { page } = await start()
  await openSession(page, samples.named)
  await expect(lines(page)).toHaveAttribute('aria-rowcount', /^2[34]$/)
  await expect(line(page, 1)).toContainText('session_meta')
  await line(page, 12).click()
  await expect(line(page, 12)).toHaveAttribute('aria-selected', 'true')
  await expect(inspector(page).getByText('apply_patch').first()).toBeVisible()
  await inspector(page).getByRole('tab', { name: 'Raw' }).click()
  await expect(inspector(page).getByRole('region', { name: 'Raw bytes of the line' })).toContainText(
    '"timestamp":"2026-03-18T09:42:31.207Z"',
  )
})

test('copies a citation that names the file, its hash and the line', async ({ start }) => {
  const app = await start()
  const { page } = app
  await openSession(page, samples.legacy)
  await expect(page.getByTitle(/^SHA-256 [0-9a-f]{64}$/)).toBeVisible()
  await line(page, 3).click()
  await page.keyboard.press('y')
  await expect(page.getByText('Citation copied')).toBeAttached()
  const copied =
    app.electron === null
      ? await page.evaluate(() => navigator.clipboard.readText())
      : await app.electron.evaluate(({ clipboard }) => clipboard.readText())
  expect(copied).toMatch(/^rollout-2025-10-02T09-14-31-0199a3c5[\w-]*\.jsonl@[0-9a-f]{64}#L3$/)
})

test('goes to a line and to a byte by number', async ({ start }) => {
  const { page } = await start()
  await openSession(page, samples.paginated)
  for (const [target, lineNumber] of [
    ['17', 17],
    ['@0', 1],
  ] as const) {
    await page.keyboard.press('g')
    await page.getByRole('dialog').getByRole('textbox').fill(target)
    await page.keyboard.press('Enter')
    await expect(line(page, lineNumber)).toHaveAttribute('aria-selected', 'true')
  }
})

test('jumps to where the strip is clicked, and back', async ({ start }) => {
  const { page } = await start()
  await openSession(page, samples.paginated)
  const strip = page.getByRole('slider', { name: 'Position in the file' })
  const box = await strip.boundingBox()
  expect(box).not.toBeNull()
  await strip.click({ position: { x: (box?.width ?? 0) - 3, y: 16 } })
  await expect(line(page, 19)).toHaveAttribute('aria-selected', 'true')
  await strip.click({ position: { x: 1, y: 16 } })
  await expect(line(page, 1)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(line(page, 19)).toHaveAttribute('aria-selected', 'true')
})

test('tells what is wrong with a damaged file, and leads to each place', async ({ start }) => {
  const { page } = await start()
  await openSession(page, samples.damaged)
  await expect(line(page, 8)).toContainText('cannot create temp file')
  await view(page, 'Findings').click()
  const list = findings(page)
  await expect(page.getByRole('group', { name: 'Severities on show' })).toContainText('3 errors')
  await expect(list).toContainText('line/not-json')
  await expect(list).toContainText('line/glued')
  await expect(list).toContainText('line/torn')
  await expect(page.getByText('The spans add up to all 2,806 bytes.')).toBeVisible()
  await list.getByRole('button', { name: 'line 11' }).click()
  await expect(line(page, 11)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Shift+N')
  await expect(line(page, 9)).toHaveAttribute('aria-selected', 'true')
})

test('stays in the dialog when there is no such line or byte, and says how many there are', async ({
  start,
}) => {
  const { page } = await start()
  await openSession(page, samples.damaged)
  await page.keyboard.press('g')
  const dialog = page.getByRole('dialog', { name: /Go to/ })
  for (const [text, why] of [
    ['999', 'There are 11 lines'],
    ['0', 'Lines count from 1'],
    ['@99999999', 'The content has'],
    [`other.jsonl@${'0'.repeat(64)}#L2`, 'cites another file'],
  ] as const) {
    await dialog.getByRole('textbox').fill(text)
    await page.keyboard.press('Enter')
    await expect(dialog.getByText(why)).toBeVisible()
  }
  await dialog.getByRole('textbox').fill('#L7')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(line(page, 7)).toHaveAttribute('aria-selected', 'true')
})
