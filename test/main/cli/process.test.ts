/** The built command as a process: signals, readers that go away, and disks that are full. */
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { repositoryFolder } from '../../support/shared'
import { temporaryFolder } from '../../support/temporaryFolder'

const built = path.join(repositoryFolder(), 'out/main/cli.js')
const samples = path.join(repositoryFolder(), 'resources/samples')

async function start(argv: readonly string[], named?: string) {
  const data = named ?? path.join(await temporaryFolder(), 'data')
  const child = spawn(process.execPath, [built, ...argv], { env: { ...process.env, ROLLSCOPE_DATA: data } })
  onTestFinished(() => void child.kill('SIGKILL'))
  let error = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (error += text))
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  return { child, ended, error: () => error }
}

/** A file that takes longer to read than a test may run, and no space: one line of NUL bytes. */
async function hugeLine(): Promise<string> {
  const name = path.join(await temporaryFolder(), 'rollout-huge.jsonl')
  const file = await open(name, 'w')
  await file.truncate(64 * 1024 ** 3)
  await file.close()
  return name
}

/** Waits until a process has a file open, however busy the machine is; where that cannot be seen, for long enough. */
async function untilOpen(child: ChildProcess, file: string): Promise<void> {
  const folder = `/proc/${String(child.pid)}/fd`
  if (!existsSync(folder)) return wait(2000)
  const isOpen = (): boolean =>
    readdirSync(folder).some((descriptor) => {
      try {
        return readlinkSync(path.join(folder, descriptor)) === file
      } catch {
        // Closed since the folder was listed.
        return false
      }
    })
  while (child.exitCode === null && !isOpen()) await wait(20)
}

function closeAfterFirstBytes({ stdout }: ChildProcess): void {
  stdout?.once('data', () => stdout.destroy())
}

describe.skipIf(!existsSync(built))('the built command', () => {
  // SPEC host/data-folder
  it('checks a file whose check needs no data folder where there can be none', async () => {
    const data = path.join(await temporaryFolder(), 'a-file')
    writeFileSync(data, '')
    const { ended, error } = await start(['validate', path.join(samples, 'sessions')], data)
    expect(await ended).toBe(1)
    expect(error()).toBe('')
  })

  it.each([
    ['show', 'SIGINT', 130],
    ['show', 'SIGTERM', 143],
    ['validate', 'SIGINT', 130],
  ] as const)('%s ends within a moment of %s, with status %d', async (command, signal, status) => {
    const file = await hugeLine()
    const { child, ended, error } = await start([command, file])
    await untilOpen(child, file)
    child.kill(signal)
    expect(await ended).toBe(status)
    expect(error()).toBe('rollscope: Interrupted before the end.\n')
  })

  it('ends quietly when its reader had enough', async () => {
    const file = path.join(await temporaryFolder(), 'many.jsonl')
    writeFileSync(file, '{"type":"event_msg","payload":{}}\n'.repeat(50_000))
    const { child, ended, error } = await start(['show', file, '--limit', '50000'])
    closeAfterFirstBytes(child)
    expect([await ended, error()]).toEqual([0, ''])
  })

  it.skipIf(!existsSync('/dev/full'))('does not call it fine when its output is lost', async () => {
    const full = await open('/dev/full', 'w')
    const child = spawn(process.execPath, [built, 'validate', samples], {
      stdio: ['ignore', full.fd, 'pipe'],
    })
    let error = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (error += text))
    const status = await new Promise((resolve) => child.on('close', resolve))
    await full.close()
    expect(status).toBe(3)
    expect(error).toMatch(/^rollscope: the output could not be written: ENOSPC/)
  })
})
