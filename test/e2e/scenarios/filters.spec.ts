/** Narrowing the list: facets, days, chips, what is hidden, threads and marks. */
import { AxeBuilder } from '@axe-core/playwright'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/app'
import { filter, samples, session, sessionList } from '../support/screen'

const ids = ['11', '22', '33', '44'].map((end) => `019cb740-7b18-7000-8000-0000000000${end}`)
const [mainId = '', reviewId = '', forkId = '', otherId = ''] = ids

interface SessionPart {
  readonly id: string
  readonly day: string
  readonly text: string
  readonly meta?: Readonly<Record<string, unknown>>
}

async function writeSession(home: string, { id, day, text, meta }: SessionPart): Promise<void> {
  const folder = path.join(home, 'sessions', ...day.split('-'))
  const timestamp = `${day}T05:06:07.000Z`
  const payload = {
    id,
    timestamp,
    cwd: '/srv/app',
    originator: 'codex_exec',
    cli_version: '0.169.0',
    ...meta,
  }
  const message = { type: 'user_message', message: text }
  const lines = [
    { timestamp, type: 'session_meta', payload },
    { timestamp, type: 'event_msg', payload: message },
  ]
  await mkdir(folder, { recursive: true })
  await writeFile(
    path.join(folder, `rollout-${day}T05-06-07-${id}.jsonl`),
    lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
  )
}

/** A thread with a review and a fork of that, and a session by itself. */
async function threadHome(folder: string): Promise<string> {
  const home = path.join(folder, 'threads')
  await writeSession(home, { id: mainId, day: '2026-03-01', text: 'build the lighthouse' })
  await writeSession(home, {
    id: reviewId,
    day: '2026-03-02',
    text: 'review the lighthouse',
    meta: { source: { subagent: 'review' }, parent_thread_id: mainId },
  })
  await writeSession(home, {
    id: forkId,
    day: '2026-03-03',
    text: 'paint the lighthouse red',
    meta: {
      source: 'cli',
      cwd: '/srv/paint',
      forked_from_id: reviewId,
      history_mode: 'paginated',
      history_base: { thread_id: reviewId, end_ordinal_exclusive: 1, end_byte_offset: 10 },
    },
  })
  await writeSession(home, { id: otherId, day: '2026-03-04', text: 'dredge the harbour' })
  return home
}

async function axe(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`))
}

function rows(page: Page) {
  return page.getByRole('navigation', { name: 'Sessions' }).getByRole('option')
}

// SPEC list/facets list/hidden
test('filters by facets from the keyboard, counts what is hidden, and takes filters away again', async ({
  start,
}) => {
  const { page } = await start()
  await expect(session(page, samples.damaged)).toBeVisible()
  await page.keyboard.press('F')
  const menu = page.getByRole('dialog', { name: 'Filter by' })
  await page.keyboard.type('era')
  await page.keyboard.press('Enter')
  await expect(menu.getByRole('option', { name: /Bare lines/ })).toBeVisible()
  expect(await axe(page)).toEqual([])
  await page.keyboard.type('bare')
  await page.keyboard.press('Enter')
  await expect(menu.getByRole('option', { name: /Bare lines/, checked: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(menu).toBeHidden()
  await expect(sessionList(page).getByRole('option')).toHaveCount(1)
  await expect(page.getByText(/^5 hidden by filters, 1 of them archived$/)).toBeVisible()
  await page.getByRole('radio', { name: /^Archived/ }).click()
  await expect(page.getByText('No session matches')).toBeVisible()
  await page.getByRole('button', { name: 'Remove the filter Era: Bare lines' }).click()
  await expect(session(page, samples.archived)).toBeVisible()
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(sessionList(page).getByRole('option')).toHaveCount(6)
  await expect(page.getByText(/hidden by filters/)).toBeHidden()
})

test('filters by days that are typed or picked', async ({ start, folder }) => {
  const { page } = await start({ home: await threadHome(folder) })
  await expect(rows(page)).toHaveCount(4)
  await page.keyboard.press('F')
  const menu = page.getByRole('dialog', { name: 'Filter by' })
  await expect(menu.getByRole('option', { name: /^Created/, selected: true })).toBeVisible()
  await page.keyboard.press('Enter')
  await menu.getByRole('textbox', { name: 'From' }).fill('2026-03-02')
  await menu.getByRole('textbox', { name: 'To' }).fill('2026-03-03')
  await page.keyboard.press('Enter')
  await expect(rows(page)).toHaveCount(2)
  expect(await axe(page)).toEqual([])
  await menu.getByRole('textbox', { name: 'To' }).fill('2026-03-99')
  await page.keyboard.press('Enter')
  await expect(menu.getByRole('textbox', { name: 'To' })).toHaveAttribute('aria-invalid', 'true')
  await expect(rows(page)).toHaveCount(2)
  await menu.getByRole('radio', { name: 'No time recorded' }).click()
  await expect(page.getByText('No session matches')).toBeVisible()
  await menu.getByRole('button', { name: 'Clear' }).click()
  await expect(rows(page)).toHaveCount(4)
})

// SPEC list/threads
test('groups by thread, folds, and shows parents of what matches dimmed', async ({ start, folder }) => {
  const { page } = await start({ home: await threadHome(folder) })
  await expect(rows(page)).toHaveCount(4)
  await page.getByRole('button', { name: /^Order/ }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Group by thread' }).click()
  const tree = page.getByRole('tree', { name: 'Sessions' })
  await expect(tree.getByRole('treeitem')).toHaveText([
    /dredge/,
    /build/,
    /review the.*review/s,
    /paint.*fork/s,
  ])
  await expect(tree.getByRole('treeitem', { level: 3, name: /paint/ })).toBeVisible()
  expect(await axe(page)).toEqual([])
  await tree.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowLeft')
  await expect(tree.getByRole('treeitem')).toHaveText([/dredge/, /build/])
  await expect(tree.getByRole('treeitem', { expanded: false })).toHaveCount(1)
  await page.keyboard.press('ArrowRight')
  await expect(tree.getByRole('treeitem')).toHaveCount(4)
  await filter(page).fill('paint')
  await expect(tree.getByRole('treeitem')).toHaveText([/build.*hidden by filters/s, /review/, /paint/])
  await expect(page.getByText('3 hidden by filters, 2 parents shown dimmed')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('tree', { name: 'Sessions' })).toBeVisible()
})

// SPEC list/marks
test('marks sessions by key, click and range, through every filter', async ({ start, folder }) => {
  const { page } = await start({ home: await threadHome(folder) })
  await expect(rows(page)).toHaveCount(4)
  const bar = page.getByRole('group', { name: 'Marked sessions' })
  await sessionList(page).focus()
  await page.keyboard.press('m')
  await expect(bar).toContainText('1 marked')
  await expect(rows(page).and(page.getByRole('option', { checked: true }))).toHaveText([/dredge/])
  await rows(page)
    .nth(2)
    .click({ modifiers: ['ControlOrMeta'] })
  await rows(page)
    .nth(3)
    .click({ modifiers: ['Shift'] })
  await expect(bar).toContainText('3 marked')
  expect(await axe(page)).toEqual([])
  await filter(page).fill('dredge')
  await expect(bar).toContainText('3 marked · 2 hidden by filters')
  await filter(page).fill('')
  await rows(page).nth(1).hover()
  await rows(page).nth(1).locator('[data-mark]').click()
  await expect(bar).toContainText('4 marked')
  await bar.getByRole('button', { name: 'Clear' }).click()
  await expect(bar).toBeHidden()
})
