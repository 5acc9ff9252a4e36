/** Opening what somebody names: dropped files and folders, and the command line. */
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '../support/app'
import { line, notices, samples, session } from '../support/screen'

const damaged = 'sessions/2026/11/12/rollout-2026-11-12T23-47-09-01a1d1f1-87da-7352-9d4b-60e8c5f71a3c.jsonl'
const legacy = 'sessions/2025/10/02/rollout-2025-10-02T09-14-31-0199a3c5-c4a8-7d13-8e20-4b7f5a90c6e1.jsonl'

test('opens a dropped file', async ({ start, home, folder }) => {
  await mkdir(path.join(folder, 'a place'))
  const file = path.join(folder, 'a place', path.basename(damaged))
  await copyFile(path.join(home, damaged), file)
  const app = await start()
  await expect(session(app.page, samples.damaged)).toBeVisible()
  await app.drop([file])
  await expect(line(app.page, 8)).toContainText('cannot create temp file')
  await expect(app.page.getByText('Opened').first()).toBeVisible()
})

test('opens several dropped files', async ({ start, home }) => {
  const app = await start({ home: path.join(home, 'archived_sessions') })
  await app.drop([path.join(home, damaged), path.join(home, legacy)])
  await expect(session(app.page, samples.damaged)).toBeVisible()
  await expect(session(app.page, samples.legacy)).toBeVisible()
})

test('says what is wrong with a dropped file that is no rollout', async ({ start, folder }) => {
  const file = path.join(folder, 'notes.txt')
  await writeFile(file, 'just notes\n')
  const app = await start()
  await expect(session(app.page, samples.damaged)).toBeVisible()
  await app.drop([file])
  await expect(line(app.page, 1)).toContainText('just notes')
  await expect(line(app.page, 1)).toContainText(/not json/i)
})

test('opens files of the command line and says which of them cannot be', async ({ start, home, folder }) => {
  const missing = path.join(folder, 'not there.jsonl')
  const app = await start({ paths: [path.join(home, legacy), missing] })
  await expect(line(app.page, 1)).toContainText('session_meta')
  await expect(notices(app.page)).toContainText('not there.jsonl')
})
