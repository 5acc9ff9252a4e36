/** Accessibility: no violation that axe knows of, in every view, light and dark. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '../support/app'
import { homeOfForks } from '../support/forks'
import { line, openSession, samples, session, view } from '../support/screen'

/** All rules. Legacy mode works inside one page; Electron cannot open another one for axe's own use. */
async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`))
}

// Axe looks at every element six times in one of these.
test.slow()

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing to object to, ${colorScheme}`, async ({ start }) => {
    const { page } = await start({ colorScheme })
    await expect(session(page, samples.damaged)).toBeVisible()
    expect(await violations(page), 'welcome').toEqual([])
    await openSession(page, samples.damaged)
    await line(page, 9).click()
    await expect(page.getByTitle(/^SHA-256/)).toBeVisible()
    expect(await violations(page), 'lines and inspector').toEqual([])
    await page.keyboard.press('ControlOrMeta+f')
    await page.keyboard.type('space')
    await expect(page.locator('mark').first()).toBeVisible()
    expect(await violations(page), 'bar above the lines').toEqual([])
    await page.getByRole('radio', { name: 'Filter' }).click()
    await expect(page.getByText('lines hidden by the filter')).toBeVisible()
    expect(await violations(page), 'filtered lines').toEqual([])
    await page.keyboard.press('Escape')
    await view(page, 'Findings').click()
    expect(await violations(page), 'findings').toEqual([])
    await page.keyboard.press('d')
    await expect(page.getByRole('table', { name: 'Bytes around the finding' })).toContainText('7b 22')
    await page.keyboard.press('e')
    await expect(page.getByText('Known from')).toBeVisible()
    expect(await violations(page), 'a finding and its bytes, explained').toEqual([])
    await page.getByRole('button', { name: 'By place' }).click()
    expect(await violations(page), 'findings by place').toEqual([])
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await violations(page), 'keys').toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('ControlOrMeta+k')
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await violations(page), 'palette').toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('g')
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await violations(page), 'go to').toEqual([])
  })

  test(`axe finds nothing to object to in what is said of related files, ${colorScheme}`, async ({
    start,
    folder,
  }) => {
    const { page } = await start({ home: await homeOfForks(folder), colorScheme })
    for (const [title, words] of [
      [/Count the gulls/, 'Goes on from'],
      [/Count the crabs/, 'which is not in this home'],
    ] as const) {
      await openSession(page, title)
      await expect(page.getByRole('group', { name: 'Related files' })).toContainText(words)
      expect(await violations(page), words).toEqual([])
    }
  })

  test(`axe finds nothing to object to in an empty root, ${colorScheme}`, async ({ start, folder }) => {
    const home = path.join(folder, 'empty')
    await mkdir(home)
    const { page } = await start({ home, colorScheme })
    await expect(page.getByText('No sessions here')).toBeVisible()
    expect(await violations(page)).toEqual([])
  })
}
