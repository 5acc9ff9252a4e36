/** Evidence: after a tour of the whole app, nothing that was read has changed and nothing new lies beside it. */
import { cp } from 'node:fs/promises'
import path from 'node:path'
import { describeEvidence } from '../../support/evidence'
import { sharedFolder } from '../../support/shared'
import { expect, test } from '../support/app'
import { filter, line, lines, samples, session, sessionList, view } from '../support/screen'

// SPEC host/evidence-untouched
test('a tour of the app leaves every file as it was', async ({ start, home, folder }) => {
  const before = await describeEvidence(home)
  const dropped = path.join(folder, 'dropped')
  await cp(path.join(home, 'archived_sessions'), dropped, { recursive: true })
  const droppedBefore = await describeEvidence(dropped)

  const app = await start({ paths: [dropped] })
  const { page } = app
  await expect(line(page, 1).or(session(page, samples.archived)).first()).toBeVisible()
  await page.getByTitle(/./).and(page.locator('.root-trigger')).click()
  await page.getByRole('menuitem').first().click()
  for (const title of [samples.damaged, samples.paginated, samples.bare]) {
    await session(page, title).click()
    await line(page, 1).click()
    await view(page, 'Findings').click()
    await expect(page.getByTitle(/^SHA-256/)).toBeVisible()
    await view(page, 'Lines').click()
    await page.keyboard.press('End')
    await page.keyboard.press('Home')
    await page.keyboard.press('y')
  }
  await filter(page).fill('harbour')
  await page.getByRole('radio', { name: /^Archived/ }).click()
  await app.drop([path.join(home, 'session_index.jsonl')])
  await page.waitForTimeout(300)

  expect(await describeEvidence(home)).toEqual(before)
  expect(await describeEvidence(dropped)).toEqual(droppedBefore)
})

const shared = sharedFolder()

test('reading what real Codex versions wrote leaves it as it was', async ({ start, folder }) => {
  // Nothing of it is copied into the repository.
  test.skip(shared === null, 'the shared test material is absent')
  const home = path.join(folder, 'corpus-home')
  for (const version of ['0.20.0', '0.98.0', '0.169.0']) {
    await cp(path.join(shared ?? '', 'corpus/codex', version, 'home'), home, { recursive: true })
  }
  await cp(path.join(shared ?? '', 'corpus/codex/0.169.0/home-zst'), home, { recursive: true })
  const before = await describeEvidence(home)
  const { page } = await start({ home })
  const rows = sessionList(page).getByRole('option')
  await rows.first().waitFor()
  const count = Math.min(8, await rows.count())
  for (let row = 0; row < count; row += 1) {
    await rows.nth(row).click()
    await expect(lines(page)).toBeVisible()
    await expect(page.getByTitle(/^SHA-256/)).toBeVisible()
  }
  expect(await describeEvidence(home)).toEqual(before)
})
