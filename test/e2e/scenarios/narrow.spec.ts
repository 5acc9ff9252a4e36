/** Narrow: in a window without room for the inspector nothing is covered that nobody asked to cover. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '../support/app'
import { isOnTop, narrow } from '../support/narrow'
import { findings, inspector, line, lines, openSession, samples } from '../support/screen'

// SPEC inspector/narrow
test('opens the inspector over the session when it is asked for, and closes it with Escape', async ({
  start,
}) => {
  const { page, electron } = await start()
  await openSession(page, samples.damaged)
  await expect(inspector(page)).toBeVisible()
  await narrow(page, electron, 960)
  await expect(inspector(page)).toBeHidden()
  await page.keyboard.press('2')
  await page.keyboard.press('d')
  const bytes = page.getByRole('table', { name: 'Bytes around the finding' })
  await expect.poll(() => bytes.evaluate(isOnTop)).toBe(true)
  await expect.poll(() => findings(page).evaluate(isOnTop)).toBe(true)
  await page.keyboard.press('Enter')
  await expect(lines(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(inspector(page)).toContainText('Line 8')
  await page.keyboard.press('ArrowDown')
  await expect(inspector(page)).toContainText('Line 9')
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await inspector(page).getByRole('tab', { name: 'Raw' }).focus()
  await page.keyboard.press('Escape')
  await expect(inspector(page)).toBeHidden()
  await expect(lines(page)).toBeFocused()
  await line(page, 3).dblclick()
  await expect(inspector(page)).toContainText('Line 3')
  await inspector(page).getByRole('button', { name: 'Hide the inspector (Escape)' }).click()
  await expect(inspector(page)).toBeHidden()
  await narrow(page, electron, 1360)
  if (electron === null) await expect(inspector(page)).toBeVisible()
})

// SPEC runs/window
test('shows what a validation says of a session beside its verdict', async ({ start }) => {
  const { page, electron } = await start()
  await openSession(page, samples.damaged)
  await narrow(page, electron, 960)
  await expect(inspector(page)).toBeHidden()
  await page.keyboard.press('i')
  await expect(inspector(page)).toBeVisible()
  await page.keyboard.press('V')
  const row = page.getByRole('listbox', { name: 'Validated sessions' }).getByRole('option').first()
  await expect(row).toContainText(/Clean/)
  await expect(inspector(page)).toBeHidden()
  for (const words of ['Clean', '…9c2d77']) {
    const part = row.getByText(words).first()
    await expect.poll(() => part.evaluate(isOnTop), words).toBe(true)
  }
})
