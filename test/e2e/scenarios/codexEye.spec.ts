/** The lines of a session as Codex sees them. */
import { AxeBuilder } from '@axe-core/playwright'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '../support/app'
import { line, lines } from '../support/screen'

const id = '019cb740-7b18-7000-8000-000000000011'
const timestamp = '2026-03-04T05:06:07.000Z'

function record(ordinal: number, type: string, payload: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ timestamp, ordinal, type, payload })
}

function item(ordinal: number, type: string, content: unknown): string {
  const body = { type, id: `i${String(ordinal)}`, content }
  return record(ordinal, 'event_msg', { type: 'item_completed', thread_id: id, turn_id: 't', item: body })
}

const meta = {
  id,
  timestamp,
  cwd: '/srv/app',
  originator: 'codex_exec',
  cli_version: '0.169.0',
  source: 'cli',
  history_mode: 'paginated',
}

const sound = [
  record(0, 'session_meta', meta),
  record(1, 'event_msg', { type: 'task_started', turn_id: 't' }),
  item(2, 'UserMessage', [{ type: 'text', text: 'mend the sluice' }]),
]

async function write(folder: string, content: readonly string[]): Promise<string> {
  const file = path.join(folder, `rollout-2026-03-04T05-06-07-${id}.jsonl`)
  await mkdir(folder, { recursive: true })
  await writeFile(file, content.map((text) => `${text}\n`).join(''))
  return file
}

// SPEC eye/window
test('shows what Codex skips and misreads, why, and what it makes of the file', async ({ start, folder }) => {
  const file = await write(folder, [
    ...sound,
    'not json',
    item(2, 'AgentMessage', [{ type: 'Text', text: 'mended' }]),
    record(3, 'event_msg', { type: 'agent_message', message: 'of a legacy file' }),
    record(4, 'event_msg', { type: 'task_complete', turn_id: 't' }),
  ])
  const { page } = await start({ paths: [file] })
  await line(page, 1).waitFor()
  await expect(line(page, 4)).not.toContainText('SKIPPED')

  await page.keyboard.press('c')
  const eye = page.getByRole('status', { name: 'Codex 0.169' })
  await expect(eye).toContainText('lists it')
  await expect(eye).toContainText('reads it, 1 turn')
  await expect(eye).toContainText('resumes it from ordinal 5')
  await expect(eye).toContainText('4 lines read, 1 skipped, 2 misread')
  await expect(line(page, 4)).toContainText('SKIPPED The line is not JSON.')
  await expect(line(page, 5)).toContainText('MISREAD Codex has already counted to 2')
  await expect(line(page, 6)).toContainText('MISREAD Codex shows no events of a legacy file')
  await expect(line(page, 3)).not.toContainText('MISREAD')

  await line(page, 5).click()
  await expect(eye).toContainText('Line 5: Codex has already counted to 2')
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html ?? ''}`)).toEqual([])

  await page.keyboard.press('Control+k')
  await page.keyboard.type('does not read')
  await page.keyboard.press('Enter')
  await expect(lines(page).getByRole('row')).toHaveCount(3)
  await expect(line(page, 5)).toBeVisible()
  const chip = page.getByRole('button', { name: 'Not read by Codex 0.169, 3 lines' })
  await expect(chip).toHaveAttribute('aria-pressed', 'true')
  const filtered = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(filtered.violations.map(({ id: rule }) => rule)).toEqual([])
  await chip.click()
  await expect(line(page, 3)).toBeVisible()
  await page.getByRole('button', { name: 'Close (Escape)' }).click()

  await page.getByRole('button', { name: 'As Codex sees it' }).click()
  await expect(eye).toBeHidden()
  await expect(line(page, 4)).not.toContainText('SKIPPED')
})

// SPEC eye/window
test('says that Codex reads none of a file that it refuses', async ({ start, folder }) => {
  const file = await write(folder, [record(0, 'session_meta', { ...meta, cwd: 5 }), ...sound.slice(1)])
  const { page } = await start({ paths: [file] })
  await line(page, 1).waitFor()
  await page.getByRole('button', { name: 'As Codex sees it' }).click()
  const eye = page.getByRole('status', { name: 'Codex 0.169' })
  await expect(eye).toContainText('does not list it')
  await expect(eye).toContainText('reads none of it')
  await expect(eye).toContainText('does not resume it')
  await expect(lines(page)).toHaveAttribute('data-eye', 'refused')
})
