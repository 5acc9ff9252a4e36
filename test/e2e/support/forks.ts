/** Forks: a home of one thread that another goes on from, and of one whose beginning is not there. */
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

const day = 'sessions/2026/03/04'

function id(number: number): string {
  return `019cb740-7b18-7000-8000-00000000000${String(number)}`
}

/** Lines of a paginated rollout, whose header has the ordinal `first`. */
function lines(number: number, first: number, says: string, more: object = {}): string {
  const timestamp = `2026-03-04T05:06:0${String(number)}.000Z`
  const meta = { id: id(number), timestamp, cwd: '/home/ana/app', originator: 'codex_cli_rs' }
  const payloads = [
    ['session_meta', { ...meta, cli_version: '0.169.0', history_mode: 'paginated', ...more }],
    ['event_msg', { type: 'user_message', message: says }],
    ['event_msg', { type: 'agent_message', message: `${says} Done.` }],
  ] as const
  const records = payloads.map(([type, payload], at) => ({ timestamp, ordinal: first + at, type, payload }))
  return records.map((record) => `${JSON.stringify(record)}\n`).join('')
}

function base(number: number, endByte: number): object {
  return {
    history_base: { thread_id: id(number), end_ordinal_exclusive: 3, end_byte_offset: endByte },
    forked_from_id: id(number),
  }
}

/** Writes the home into a folder and returns its path. */
export async function homeOfForks(folder: string): Promise<string> {
  const home = path.join(folder, 'home-of-forks')
  const parent = lines(1, 0, 'Count the boats.')
  await mkdir(path.join(home, day), { recursive: true })
  const files = [
    [1, parent],
    [2, lines(2, 3, 'Count the gulls.', base(1, Buffer.byteLength(parent)))],
    [3, lines(3, 3, 'Count the crabs.', base(9, 100))],
  ] as const
  for (const [number, text] of files) {
    const name = `rollout-2026-03-04T05-06-0${String(number)}-${id(number)}.jsonl`
    await writeFile(path.join(home, day, name), text)
  }
  return home
}
