/** The inspector: one line in readable, structured and raw form, one search over them, copying, and images. */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test, type App } from '../support/app'
import { inspector, line, openSession, samples } from '../support/screen'

async function copied({ page, electron }: App): Promise<string> {
  return electron === null
    ? page.evaluate(() => navigator.clipboard.readText())
    : electron.evaluate(({ clipboard }) => clipboard.readText())
}

// SPEC inspector/readable, inspector/tabs
test('shows a line in readable, structured and raw form, and remembers which', async ({ start }) => {
  const { page } = await start()
  await openSession(page, samples.named)
  await line(page, 12).click()
  const pane = inspector(page)
  await expect(pane.getByRole('tab', { name: 'Readable' })).toHaveAttribute('aria-selected', 'true')
  await expect(pane.getByRole('heading', { name: 'Patch', exact: true })).toBeVisible()
  await expect(pane.getByText('asked for with apply_patch')).toBeVisible()
  await pane.getByRole('tab', { name: 'Readable' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(pane.getByRole('textbox', { name: 'Structured value' })).toContainText('"custom_tool_call"')
  await line(page, 11).click()
  await expect(pane.getByRole('tab', { name: 'Structured' })).toHaveAttribute('aria-selected', 'true')
  await pane.getByRole('tab', { name: 'Raw' }).click()
  await expect(pane.getByRole('region', { name: 'Raw bytes of the line' })).toContainText('"timestamp"')
})

// SPEC inspector/find
test('finds text in whatever is shown, with keys alone', async ({ start }) => {
  const { page } = await start()
  await openSession(page, samples.named)
  await line(page, 1).click()
  const pane = inspector(page)
  await pane.getByRole('region', { name: 'Readable form of the line' }).focus()
  await page.keyboard.press('Control+f')
  const field = pane.getByRole('searchbox', { name: 'Find in this line' })
  await expect(field).toBeFocused()
  await page.keyboard.type('session meta')
  await expect(pane.getByRole('status')).toHaveText('1 of 1')
  await field.fill('e')
  await expect(pane.getByRole('status')).toHaveText(/^1 of \d+$/)
  await page.keyboard.press('Enter')
  await expect(pane.getByRole('status')).toHaveText(/^2 of \d+$/)
  await page.keyboard.press('Shift+Enter')
  await expect(pane.getByRole('status')).toHaveText(/^1 of \d+$/)
  for (const tab of ['Structured', 'Raw']) {
    await pane.getByRole('tab', { name: tab }).click()
    await field.fill('session_meta')
    await expect(pane.getByRole('status')).toHaveText('1 of 1')
  }
  await field.fill('no such text')
  await expect(pane.getByRole('status')).toHaveText('not found')
  await field.press('Escape')
  await expect(field).toBeHidden()
  await expect(pane.getByRole('region', { name: 'Raw bytes of the line' })).toBeFocused()
})

// SPEC inspector/copy
test('copies the pointer, the value and the text of a place', async ({ start }) => {
  const app = await start()
  const { page } = app
  await openSession(page, samples.named)
  await line(page, 1).click()
  const pane = inspector(page)
  await pane.getByRole('button', { name: 'Copy from: Session', exact: true }).click()
  await page.getByRole('menuitem', { name: /Copy JSON pointer of Id/ }).click()
  await expect.poll(() => copied(app)).toBe('/payload/id')
  await pane.getByRole('tab', { name: 'Structured' }).click()
  const value = pane.getByRole('textbox', { name: 'Structured value' })
  await value.getByText('"type"').first().click()
  const place = pane.getByRole('group', { name: 'Value at the cursor' })
  await expect(place).toContainText('/type')
  await place.getByRole('button', { name: 'Copy the JSON pointer' }).click()
  await expect.poll(() => copied(app)).toBe('/type')
  await place.getByRole('button', { name: 'Copy the text without quotes and escapes' }).click()
  await expect.poll(() => copied(app)).toBe('session_meta')
  await value.focus()
  await page.keyboard.press('ArrowDown')
  await expect(place).toContainText('/payload')
})

// SPEC inspector/images
test('shows an image that lies in a line, and fetches nothing', async ({ start, folder }) => {
  const png =
    'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAECAIAAAA8r+mnAAAAEklEQVR4nGP4z8CAFWEXHbQSACj/P8Fu7N9hAAAAAElFTkSuQmCC'
  const content = [
    { type: 'input_image', image_url: `data:image/png;base64,${png}` },
    { type: 'input_image', image_url: 'https://example.invalid/a.png' },
    { type: 'input_text', text: '<img src="https://example.invalid/b.png" onerror="window.pwned=1">' },
  ]
  const file = path.join(folder, 'images.jsonl')
  const record = (payload: object): string =>
    JSON.stringify({ timestamp: '2026-01-01T00:00:00.000Z', type: 'response_item', payload })
  await writeFile(file, `${record({ type: 'message', role: 'user', content })}\n`)
  const { page } = await start({ paths: [file] })
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await line(page, 1).click()
  const image = inspector(page).getByRole('img', { name: /Image in the line/ })
  await expect(image).toBeVisible()
  expect(
    await image.evaluate((element: HTMLImageElement) => [element.naturalWidth, element.naturalHeight]),
  ).toEqual([8, 4])
  await expect(inspector(page).getByText(/not fetched: Rollscope never uses the network/)).toBeVisible()
  await expect(inspector(page).getByText('https://example.invalid/a.png', { exact: true })).toBeVisible()
  expect(asked.filter((url) => url.includes('example.invalid'))).toEqual([])
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false)
})
