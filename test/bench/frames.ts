/** Frames: how smoothly a hundred thousand sessions and a million lines scroll in a real browser, drawn by software. */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { findRuntime } from '../e2e/support/runtimes'
import { repositoryFolder } from '../support/shared'
import { percentile } from './support'

export interface FrameFigures {
  readonly what: string
  readonly frames: number
  readonly p99Ms: number
  readonly worstMs: number
  readonly limitMs: number
}

const sessionCount = 100_000
const lineCount = 1_000_000
const frameCount = 600

/** Measures both lists at both speeds; says in one line why where there is no browser. */
export async function measureFrames(folder: string): Promise<readonly FrameFigures[]> {
  const runtime = await findRuntime('web')
  if ('missing' in runtime) {
    console.log(runtime.missing)
    return []
  }
  const home = makeManySessions(join(folder, 'many-sessions'))
  const big = makeManyLines(join(folder, 'many-lines.jsonl'))
  const isRoot = process.getuid?.() === 0
  const browser = await chromium.launch({
    executablePath: runtime.executable,
    args: ['--disable-gpu', ...(isRoot ? ['--no-sandbox'] : [])],
  })
  try {
    const sessions = await withHost(home, [], async (address) => {
      const page = await newPage(browser)
      await page.goto(address)
      await page
        .getByText(`${sessionCount.toLocaleString('en')}`)
        .first()
        .waitFor({ timeout: 300_000 })
      return scrollBoth(page, '.session-list', `${sessionCount.toLocaleString('en')} sessions`)
    })
    const lines = await withHost('/nonexistent', [big], async (address) => {
      const page = await newPage(browser)
      await page.goto(address)
      await page.locator(`[aria-rowcount="${String(lineCount + 1)}"]`).waitFor({ timeout: 120_000 })
      // The whole file was checked when its hash is shown.
      await page
        .getByText(/[0-9a-f]{12}…/)
        .first()
        .waitFor({ timeout: 120_000 })
      return scrollBoth(page, '[role=grid]', `${lineCount.toLocaleString('en')} lines`)
    })
    return [...sessions, ...lines]
  } finally {
    await browser.close()
  }
}

/** A page of the size of a window. What runs in it is compiled code, which asks for a helper of the compiler. */
async function newPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.addInitScript('globalThis.__name = (value) => value')
  return page
}

async function scrollBoth(page: Page, selector: string, what: string): Promise<readonly FrameFigures[]> {
  const slow = await scroll(page, selector, 60)
  const fast = await scroll(page, selector, null)
  return [toFigures(`${what}, 60 px a frame`, slow, 20), toFigures(`${what}, one screen a frame`, fast, 50)]
}

function toFigures(what: string, times: readonly number[], limitMs: number): FrameFigures {
  return { what, frames: times.length, p99Ms: percentile(times, 0.99), worstMs: Math.max(...times), limitMs }
}

/** Scrolls by `step` pixels a frame, or by a screen, and returns the time between frames. */
function scroll(page: Page, selector: string, step: number | null): Promise<number[]> {
  return page.evaluate(
    ({ selector: wanted, step: pixels, count }) =>
      new Promise<number[]>((resolve) => {
        const element = document.querySelector(wanted)
        if (element === null) throw new Error(`nothing matches ${wanted}`)
        const by = pixels ?? element.clientHeight
        const times: number[] = []
        element.scrollTop = 0
        let last = performance.now()
        const frame = (now: number): void => {
          times.push(now - last)
          last = now
          element.scrollTop += by
          if (times.length < count) requestAnimationFrame(frame)
          // The first frames belong to what was going on before.
          else resolve(times.slice(10))
        }
        requestAnimationFrame(frame)
      }),
    { selector, step, count: frameCount },
  )
}

/** Runs the built web host on a home and hands its address over. */
async function withHost<T>(
  home: string,
  paths: readonly string[],
  action: (address: string) => Promise<T>,
): Promise<T> {
  const host = spawn(
    process.execPath,
    [join(repositoryFolder(), 'out', 'main', 'serve.js'), '--root', home, '--port', '0', ...paths],
    {
      env: { ...process.env, ROLLSCOPE_DATA: mkdtempSync(join(tmpdir(), 'rollscope-bench-data-')) },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let text = ''
      host.stdout.on('data', (bytes: Buffer) => {
        text += bytes.toString('utf8')
        const found = /http:\S+/.exec(text)
        if (found !== null) resolve(found[0])
      })
      host.once('exit', () => {
        reject(new Error('the web host ended early'))
      })
    })
    return await action(address)
  } finally {
    host.kill('SIGTERM')
  }
}

/** A home of many small sessions: what is measured is the list, not the reading of heads. */
function makeManySessions(home: string): string {
  if (existsSync(join(home, 'complete'))) return home
  for (let number = 0; number < sessionCount; number += 1) {
    const time = new Date(Date.UTC(2025, 0, 1) + number * 300_000)
    const iso = time.toISOString()
    const id = `019cb740-7b18-7000-8000-${number.toString(16).padStart(12, '0')}`
    const folder = join(home, 'sessions', iso.slice(0, 4), iso.slice(5, 7), iso.slice(8, 10))
    if (number % 288 === 0) mkdirSync(folder, { recursive: true })
    const meta = {
      id,
      timestamp: iso,
      cwd: `/home/ana/project-${String(number % 40)}`,
      originator: 'codex_cli_rs',
      cli_version: '0.98.0',
      source: 'cli',
    }
    const message = {
      type: 'user_message',
      message: `request ${String(number)}: mend the parser of the reader`,
    }
    const lines = [
      JSON.stringify({ timestamp: iso, type: 'session_meta', payload: meta }),
      JSON.stringify({ timestamp: iso, type: 'event_msg', payload: message }),
    ]
    const name = `rollout-${iso.slice(0, 19).replaceAll(':', '-')}-${id}.jsonl`
    writeFileSync(join(folder, name), `${lines.join('\n')}\n`)
  }
  writeFileSync(join(home, 'complete'), '')
  return home
}

/** One rollout of many short lines. */
function makeManyLines(path: string): string {
  if (existsSync(path)) return path
  const parts: string[] = []
  const time = '2026-03-04T05:06:07.000Z'
  const meta = {
    id: '019cb740-7b18-7000-8000-0123456789ab',
    timestamp: time,
    cwd: '/home/ana/app',
    originator: 'codex_cli_rs',
    cli_version: '0.98.0',
  }
  parts.push(JSON.stringify({ timestamp: time, type: 'session_meta', payload: meta }))
  const kinds = ['user_message', 'agent_message', 'agent_reasoning', 'token_count'] as const
  for (let number = 2; number <= lineCount; number += 1) {
    const type = kinds[number % kinds.length] ?? 'user_message'
    const text = `line ${String(number)} of a long session about parsers, readers and what they find`
    parts.push(JSON.stringify({ timestamp: time, type: 'event_msg', payload: { type, message: text, text } }))
  }
  writeFileSync(path, `${parts.join('\n')}\n`)
  return path
}
