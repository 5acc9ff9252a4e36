/** Lines that are not as specified, and files that are no rollouts. */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '../support/app'
import { findings, inspector, line, view } from '../support/screen'

const meta = {
  timestamp: '2026-03-04T05:06:07.000Z',
  type: 'session_meta',
  payload: {
    id: '019cb740-7b18-7000-8000-0123456789ab',
    timestamp: '2026-03-04T05:06:07.000Z',
    cwd: '/home/ana/app',
    originator: 'codex_cli_rs',
    cli_version: '0.98.0',
  },
}

function event(payload: unknown): unknown {
  return { timestamp: '2026-03-04T05:06:08.000Z', type: 'event_msg', payload }
}

async function fileOf(folder: string, values: readonly unknown[]): Promise<string> {
  const file = path.join(folder, 'odd.jsonl')
  await writeFile(file, values.map((value) => `${JSON.stringify(value)}\n`).join(''))
  return file
}

// SPEC record/inspector
test('names what of a line is not as specified, and what nobody knows', async ({ start, folder }) => {
  const odd = event({ type: 'agent_message', message: 5, '<b>mood\u202e': 'good' })
  const strange = event({ type: 'moon_landed' })
  const sound = event({ type: 'agent_message', message: 'Done.' })
  const { page } = await start({ paths: [await fileOf(folder, [meta, odd, strange, sound])] })
  const compared = inspector(page).getByRole('region', { name: 'Compared with the schemas' })
  await line(page, 2).click()
  await expect(compared).toContainText('Not as specified: 1 place')
  await expect(compared).toContainText('/payload/message should be a text, is a number')
  await expect(compared).toContainText('Unknown to Rollscope: 1 place')
  await expect(compared).toContainText('/payload/<b>mood<U+202E>')
  await line(page, 3).click()
  await expect(compared).toContainText('/payload type moon_landed')
  await line(page, 4).click()
  await expect(inspector(page).getByRole('heading', { name: 'Line 4' })).toBeVisible()
  await expect(compared).toHaveCount(0)
})

// SPEC format/foreign
test('says that a file is of another grammar, and shows what it says', async ({ start, folder }) => {
  const answer = { type: 'item.completed', item: { id: 'item_0', type: 'agent_message', text: 'All done.' } }
  const { page } = await start({
    paths: [await fileOf(folder, [{ type: 'thread.started', thread_id: 't' }, answer])],
  })
  await expect(page.getByRole('list', { name: 'Facts of the session' })).toContainText(
    'Output of codex exec --json (I)',
  )
  await expect(line(page, 2)).toContainText('All done.')
  await expect(line(page, 2)).toHaveAttribute('data-damage', 'false')
  await view(page, 'Findings').click()
  await expect(findings(page)).toContainText('format/foreign')
})
