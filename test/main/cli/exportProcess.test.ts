import { spawn } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { namesIn } from '../../core/exporter/support'
import { tempHome, userLine } from '../../core/support/tempHome'
import { repositoryFolder } from '../../support/shared'

const command = join(repositoryFolder(), 'out/main/cli.js')

/** Signals a real process in the middle of an export; returns its exit status. */
async function interrupt(home: string, place: string, signal: 'SIGINT' | 'SIGTERM'): Promise<number | null> {
  const argv = [command, 'export', '--root', home, '--to', join(place, 'out'), '--format', 'jsonl']
  const env = { ...process.env, ROLLSCOPE_DATA: tempHome(), CODEX_HOME: home }
  const child = spawn(process.execPath, argv, { env, stdio: 'ignore' })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  while (namesIn(place).length === 0 && child.exitCode === null) await wait(5)
  child.kill(signal)
  // As npm does, which passes on what the terminal has sent to both.
  await wait(1)
  child.kill(signal)
  return ended
}

describe.skipIf(!existsSync(command))('the built command', () => {
  // SPEC export/atomic
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('removes what it began when it gets %s', { timeout: 60_000 }, async (signal, status) => {
    const home = tempHome({ 'sessions/a.jsonl': '' })
    const line = `${userLine('x'.repeat(8000))}\n`.repeat(2000)
    for (let part = 0; part < 10; part += 1) {
      writeFileSync(join(home, 'sessions/a.jsonl'), line, { flag: 'a' })
    }
    const place = tempHome()
    expect(await interrupt(home, place, signal)).toBe(status)
    expect(namesIn(place)).toEqual([])
  })
})
