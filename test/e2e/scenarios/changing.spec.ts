/** Files that change while they are open: what is appended, what is rewritten, and what takes another's place. */
import { appendFile, copyFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '../support/app'
import { findings, inspector, line, lines, view } from '../support/screen'

const sample = 'sessions/2025/10/02/rollout-2025-10-02T09-14-31-0199a3c5-c4a8-7d13-8e20-4b7f5a90c6e1.jsonl'

// SPEC findings/growing
test('reads what is appended, and the half-written last line again', async ({ start, home, folder }) => {
  const whole = await readFile(path.join(home, sample), 'utf8')
  const file = path.join(folder, path.basename(sample))
  await writeFile(file, whole.slice(0, -60))
  const { page } = await start({ paths: [file] })
  await expect(line(page, 16)).toContainText('TORN')
  await line(page, 16).click()
  await expect(inspector(page).getByText('TORN')).toBeVisible()
  await appendFile(file, whole.slice(-60))
  await expect(line(page, 16)).not.toContainText('TORN')
  await expect(inspector(page).getByText('TORN')).toBeHidden()
  await expect(page.getByText(/^Grew by \d+ bytes; checked again$/)).toBeVisible()
  await view(page, 'Findings').click()
  await expect(page.getByText(/in what was checked/)).toBeVisible()
})

// SPEC findings/growing
test('a last line that stays open is pending while the file grows, and torn when it rests', async ({
  start,
  home,
  folder,
}) => {
  const whole = await readFile(path.join(home, sample), 'utf8')
  const file = path.join(folder, path.basename(sample))
  await writeFile(file, whole)
  const { page } = await start({ paths: [file] })
  await line(page, 7).click()
  await view(page, 'Findings').click()
  await expect(page.getByText(/in what was checked/)).toBeVisible()
  await appendFile(file, '{"timestamp":"2025-10-02T07:20:00.000Z","type":"event_msg"')
  await expect(page.getByText(/^Grew by 1 line; not checked yet$/)).toBeVisible()
  await expect(page.getByText('Has grown since: not all is checked')).toBeVisible()
  await view(page, 'Lines').click()
  await expect(line(page, 17)).toContainText('PENDING')
  await expect(line(page, 7)).toHaveAttribute('aria-selected', 'true')
  await expect(line(page, 17)).toContainText('TORN')
  await expect(page.getByText(/^Grew by 1 line; checked again$/)).toBeVisible()
  await expect(line(page, 7)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('d')
  await expect(line(page, 17)).toHaveAttribute('aria-selected', 'true')
  await view(page, 'Findings').click()
  await expect(findings(page)).toContainText('line/torn')
  await appendFile(file, ',"payload":{"type":"user_message","message":"Done."}}\n')
  await expect(findings(page).getByText('line/torn')).toHaveCount(0)
  await expect(page.getByText(/^Grew by \d+ bytes; checked again$/)).toBeVisible()
  await view(page, 'Lines').click()
  await expect(line(page, 17)).toContainText('Done.')
})

test('says that a file was changed in place, or replaced, and opens what is there now', async ({
  start,
  home,
  folder,
}) => {
  await mkdir(path.join(folder, 'place'))
  const file = path.join(folder, 'place', path.basename(sample))
  await copyFile(path.join(home, sample), file)
  const { page } = await start({ paths: [file] })
  await expect(line(page, 16)).toBeVisible()
  // The file as it was is checked to its end before it changes.
  await expect(page.getByTitle(/^SHA-256/)).toBeVisible()
  const whole = await readFile(file, 'utf8')
  await writeFile(file, whole.replaceAll('board', 'BOARD'))
  await expect(page.getByText('was changed in place since it was opened')).toBeVisible()
  const citation = inspector(page).getByRole('button', { name: 'Copy a citation of the line' })
  await expect(citation).toBeDisabled()
  await expect(citation).toHaveAttribute('title', /changed on disk since it was read/)
  const hash = page.getByTitle(/^SHA-256/)
  await expect(hash).toContainText('before it changed')
  await page.getByRole('button', { name: 'Reload' }).click()
  await expect(citation).toBeEnabled()
  await expect(hash).not.toContainText('before it changed')
  await expect(lines(page)).toContainText('BOARD')

  const other = path.join(folder, 'other')
  await writeFile(other, whole.replaceAll('board', 'quay'))
  await rename(other, file)
  await expect(page.getByText('Another file lies at the place of')).toBeVisible()
  await page.getByRole('button', { name: 'Reload' }).click()
  await expect(lines(page)).toContainText('quay')
  await expect(page.getByRole('alert')).toBeHidden()
})
