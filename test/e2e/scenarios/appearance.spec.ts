/** Appearance: the theme follows the system until somebody chooses, and the choice stays. */
import { expect, test } from '../support/app'
import { samples, session } from '../support/screen'

test('follows the system, and remembers a choice', async ({ start }) => {
  const { page } = await start({ colorScheme: 'dark' })
  await expect(session(page, samples.damaged)).toBeVisible()
  const background = (): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const dark = await background()
  await page.getByRole('button', { name: /^Theme: system/ }).click()
  await expect(page.getByRole('button', { name: /^Theme: light/ })).toBeVisible()
  await expect.poll(background).not.toBe(dark)
  await page.reload()
  await expect(page.getByRole('button', { name: /^Theme: light/ })).toBeVisible()
  await expect.poll(background).not.toBe(dark)
})
