/** Desktop: what only the desktop window has. A test cannot make a browser drop a folder; people can. */
import { execFile } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { findElectron } from '../../../scripts/electronRuntime.mjs'
import { repositoryFolder } from '../../support/shared'
import { expect, test } from '../support/app'
import { line, samples, session } from '../support/screen'

const legacy = 'sessions/2025/10/02/rollout-2025-10-02T09-14-31-0199a3c5-c4a8-7d13-8e20-4b7f5a90c6e1.jsonl'

test('opens a dropped folder', async ({ start, home, folder }) => {
  const empty = path.join(folder, 'empty')
  await mkdir(empty)
  const app = await start({ home: empty })
  await app.drop([path.join(home, 'sessions')])
  await expect(session(app.page, samples.paginated)).toBeVisible()
  await expect(session(app.page, samples.damaged)).toBeVisible()
})

test('a second start hands its files to the first and ends', async ({ start, home }) => {
  const app = await start()
  await expect(session(app.page, samples.damaged)).toBeVisible()
  const noSandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const args = [repositoryFolder(), ...noSandbox, path.basename(legacy)]
  await promisify(execFile)(findElectron() ?? '', args, {
    cwd: path.dirname(path.join(home, legacy)),
    env: { ...process.env, ROLLSCOPE_DATA: app.dataFolder },
    timeout: 20_000,
  })
  await expect(line(app.page, 3)).toContainText("shows yesterday's tides")
})

test('the native menu runs the same commands', async ({ start }) => {
  const app = await start()
  await expect(session(app.page, samples.damaged)).toBeVisible()
  await app.electron?.evaluate(({ Menu }) => {
    const go = Menu.getApplicationMenu()?.items.find((item) => item.label === '&Help')
    go?.submenu?.items[0]?.click()
  })
  await expect(app.page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
})

test('the page has no way to name a path, and no Node', async ({ start }) => {
  const { page } = await start()
  await expect(session(page, samples.damaged)).toBeVisible()
  const outcome = await page.evaluate(async () => {
    const bridge = (window as unknown as { explorer: Bridge }).explorer
    interface Bridge {
      invoke(channel: string, payload: unknown): Promise<{ ok: boolean; error?: { code: string } }>
      openDropped(files: readonly File[]): Promise<{ ok: boolean; value?: { fileIds: string[] } }>
    }
    const code = async (channel: string, payload: unknown): Promise<string | undefined> =>
      (await bridge.invoke(channel, payload)).error?.code
    return {
      keys: Object.keys(bridge).sort(),
      node: [
        typeof (globalThis as { require?: unknown }).require,
        typeof (globalThis as { process?: unknown }).process,
      ],
      privateChannel: await code('private:openPaths', { paths: ['/etc/passwd'], withoutPath: [] }),
      path: await code('rollout:open', { fileId: '/etc/passwd', jobId: 'j' }),
      extra: await code('root:list', { path: '/etc' }),
      invented: (await bridge.openDropped([new File(['x'], '/etc/passwd')])).value?.fileIds,
    }
  })
  expect(outcome).toEqual({
    keys: ['host', 'invoke', 'on', 'openDropped'],
    node: ['undefined', 'undefined'],
    privateChannel: 'unknown-channel',
    path: 'not-granted',
    extra: 'bad-request',
    invented: [],
  })
})
