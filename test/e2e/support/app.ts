/**
 * App: starts Rollscope in the host of the project and gives a scenario its page. Scenarios are written once; the
 * two hosts differ in here alone.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { cp, mkdtemp, realpath, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  _electron,
  chromium,
  test as base,
  type Browser,
  type ElectronApplication,
  type Page,
} from '@playwright/test'
import { repositoryFolder } from '../../support/shared'
import { findRuntime, type HostName, type HostOption } from './runtimes'

export interface App {
  readonly host: HostName
  readonly page: Page
  /** Where this start keeps its own files. */
  readonly dataFolder: string
  /** The Electron application, null in the browser. */
  readonly electron: ElectronApplication | null
  /** Drops files or folders on the page, with their real paths in Electron and as bytes in the browser. */
  readonly drop: (paths: readonly string[]) => Promise<void>
  /** Ends this start before the scenario does. */
  readonly close: () => Promise<void>
  /** What the page complained about: errors on the console (policy violations among them) and exceptions. */
  readonly complaints: string[]
}

export interface StartOptions {
  /** The CODEX_HOME to read; without it the scenario's own copy of the samples. */
  readonly home?: string
  /** Files and folders on the command line. */
  readonly paths?: readonly string[]
  /** The folder that exports go into, for a host that cannot ask. */
  readonly exportTo?: string
  readonly colorScheme?: 'light' | 'dark'
  /** Where to keep its own files; without it a folder of this start's own. */
  readonly dataFolder?: string
  /** Sets variables of the environment; undefined unsets one. */
  readonly env?: Readonly<Record<string, string | undefined>>
}

interface Fixtures {
  /** A folder of this scenario's own, gone afterwards. */
  readonly folder: string
  /** A copy of the sample sessions as a CODEX_HOME. */
  readonly home: string
  /** Starts the app; every start is stopped after the scenario, which fails when the page complained. */
  readonly start: (options?: StartOptions) => Promise<App>
}

interface WorkerFixtures extends HostOption {
  readonly browserOfHost: Browser | null
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  host: ['web', { scope: 'worker', option: true }],
  browserOfHost: [
    async ({ host }, use) => {
      const runtime = host === 'web' ? await findRuntime(host) : { missing: '' }
      const browser = 'missing' in runtime ? null : await launchChromium(runtime.executable)
      await use(browser)
      await browser?.close()
    },
    { scope: 'worker' },
  ],
  folder: async ({}, use) => {
    const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'rollscope-e2e-')))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
  home: async ({ folder }, use) => {
    const home = path.join(folder, 'codex-home')
    await cp(path.join(repositoryFolder(), 'resources/samples'), home, { recursive: true })
    await use(home)
  },
  start: async ({ host, browserOfHost, folder, home }, use, testInfo) => {
    const runtime = await findRuntime(host)
    // A machine without Electron or a browser tells so for each scenario; CI installs both first.
    if ('missing' in runtime) testInfo.skip(true, runtime.missing)
    const stops: (() => Promise<void>)[] = []
    const apps: App[] = []
    await use(async (options = {}) => {
      const wish = { home, dataFolder: path.join(folder, `data-${String(apps.length)}`), ...options }
      const { app: started, stop } =
        browserOfHost === null ? await startElectron(wish) : await startWeb(wish, browserOfHost)
      const close = once(stop)
      const app: App = { ...started, close }
      stops.push(close)
      apps.push(app)
      await app.page.getByRole('navigation', { name: 'Sessions' }).waitFor()
      return app
    })
    for (const stop of stops) await stop()
    const complaints = apps.flatMap((app) => app.complaints)
    if (complaints.length > 0) throw new Error(`The page complained:\n${complaints.join('\n')}`)
  },
})

export { expect } from '@playwright/test'

interface Wish extends StartOptions {
  readonly home: string
  readonly dataFolder: string
}

interface Started {
  readonly app: Omit<App, 'close'>
  readonly stop: () => Promise<void>
}

function launchChromium(executablePath: string): Promise<Browser> {
  const isRoot = process.getuid?.() === 0
  return chromium.launch({ executablePath, args: isRoot ? ['--no-sandbox'] : [] })
}

function environment({ home, dataFolder, env = {} }: Wish): Record<string, string> {
  const own = { CODEX_HOME: home, ROLLSCOPE_DATA: dataFolder }
  const wished: Readonly<Record<string, string | undefined>> = { ...process.env, ...own, ...env }
  return Object.fromEntries(
    Object.entries(wished).filter((pair): pair is [string, string] => pair[1] !== undefined),
  )
}

function once(action: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => (done ??= action())
}

async function startWeb(wish: Wish, browser: Browser): Promise<Started> {
  const serve = path.join(repositoryFolder(), 'out/main/serve.js')
  const exportTo = wish.exportTo === undefined ? [] : ['--export-to', wish.exportTo]
  const server = spawn(process.execPath, [serve, ...exportTo, '--', ...(wish.paths ?? [])], {
    env: environment(wish),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await firstLine(server)
  const context = await browser.newContext({
    colorScheme: wish.colorScheme ?? 'light',
    permissions: ['clipboard-read', 'clipboard-write'],
    viewport: { width: 1360, height: 860 },
  })
  const page = await context.newPage()
  const complaints = listen(page)
  await page.goto(address)
  return {
    app: {
      host: 'web',
      page,
      dataFolder: wish.dataFolder,
      electron: null,
      complaints,
      drop: (paths) => page.locator('body').drop({ files: [...paths] }),
    },
    async stop() {
      await context.close()
      await end(server)
    },
  }
}

async function startElectron(wish: Wish): Promise<Started> {
  const electron = await _electron.launch({
    args: [repositoryFolder(), `--user-data-dir=${wish.dataFolder}`, '--', ...(wish.paths ?? [])],
    env: environment(wish),
    colorScheme: wish.colorScheme ?? 'light',
  })
  const page = await electron.firstWindow()
  const complaints = listen(page)
  return {
    app: {
      host: 'electron',
      page,
      dataFolder: wish.dataFolder,
      electron,
      complaints,
      drop: (paths) => dropWithPaths(page, paths),
    },
    stop: () => electron.close(),
  }
}

/** The browser's own drag and drop, which alone gives files their paths. */
async function dropWithPaths(page: Page, paths: readonly string[]): Promise<void> {
  const protocol = await page.context().newCDPSession(page)
  const { x, y } = await page.evaluate(() => ({ x: innerWidth / 2, y: innerHeight / 2 }))
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await protocol.send('Input.dispatchDragEvent', {
      type,
      x,
      y,
      data: { items: [], files: [...paths], dragOperationsMask: 1 },
    })
  }
  await protocol.detach()
}

function listen(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message))
  return complaints
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      text += part
      const line = text.split('\n')[0] ?? ''
      if (text.includes('\n')) resolve(line)
    })
    child.on('exit', (code) => {
      reject(new Error(`the web host ended with ${String(code)} before it printed its address`))
    })
  })
}

/** Ends the server the way a person does, and expects it to go in order. */
async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGINT')
  const status = await ended
  if (status !== 0) throw new Error(`the web host ended with ${String(status)}`)
}

/** Sets the times of a file, for scenarios that depend on them. */
export function setTime(file: string, iso: string): Promise<void> {
  return utimes(file, new Date(iso), new Date(iso))
}
