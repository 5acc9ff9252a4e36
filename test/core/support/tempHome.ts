import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** Makes a temporary folder with the given files, by relative path, and removes it after the test. */
export function tempHome(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'rollscope-test-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    // Readable by nobody else, whatever the umask: one thing less for a check to say.
    writeFileSync(join(folder, path), content, { mode: 0o600 })
  }
  return folder
}

/** The name of a rollout in the layout of a CODEX_HOME. `time` is `YYYY-MM-DDThh-mm-ss`. */
export function sessionPath(time: string, id: string, ending = '.jsonl'): string {
  const [year = '', month = '', day = ''] = time.slice(0, 10).split('-')
  return `sessions/${year}/${month}/${day}/rollout-${time}-${id}${ending}`
}

/** A UUID that ends in a small number. */
export function uuid(number: number): string {
  return `019cb73d-3218-7000-8000-${String(number).padStart(12, '0')}`
}

/** A session meta line. */
export function metaLine(id: string, more: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    timestamp: '2026-03-04T05:06:07.000Z',
    type: 'session_meta',
    payload: {
      id,
      timestamp: '2026-03-04T05:06:07.000Z',
      cwd: '/home/ana/app',
      originator: 'codex_cli_rs',
      cli_version: '0.98.0',
      source: 'cli',
      model_provider: 'openai',
      git: { commit_hash: 'abc', branch: 'main' },
      ...more,
    },
  })
}

/** The event that records what a human typed. */
export function userLine(message: string): string {
  return JSON.stringify({
    timestamp: '2026-03-04T05:06:08.000Z',
    type: 'event_msg',
    payload: { type: 'user_message', message },
  })
}

/** The item for the model of what a human typed. */
export function userItemLine(message: string): string {
  return JSON.stringify({
    timestamp: '2026-03-04T05:06:08.000Z',
    type: 'response_item',
    payload: { type: 'message', role: 'user', content: [{ type: 'input_text', text: message }] },
  })
}

/** Joins lines, each with its line feed. */
export function rollout(...lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('')
}
