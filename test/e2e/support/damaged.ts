/** Damaged: a session in which much is wrong, in known places. */
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

const id = '019cb740-7b18-7000-8000-0000000000d1'
const timestamp = '2026-03-04T05:06:07.000Z'

function record(type: string, payload: object): string {
  return JSON.stringify({ timestamp, type, payload })
}

function says(message: string): string {
  return record('event_msg', { type: 'user_message', message })
}

const meta = {
  id,
  timestamp,
  cwd: '/home/ana/app',
  originator: 'codex_cli_rs',
  cli_version: '0.98.0',
  source: 'cli',
}

/** Lines 3, 4, 6 and 8 are damaged: 4 is JSON but no record; and 5 is of an unknown type. */
const lines: readonly (string | Buffer)[] = [
  record('session_meta', meta),
  says('Count these wrecks.'),
  '{"timestamp":"2026-03-04T05:06:07.000Z","type":"event_',
  '[1,2,3]',
  record('moon_phase', { phase: 'full' }),
  Buffer.alloc(412),
  says('Go on.'),
  Buffer.concat([Buffer.from('{"bytes":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]),
  says('Enough.'),
]

/** The damaged session as bytes. */
export const damagedSession = Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from('\n')]))

/** Writes a file of that session into a folder and returns its path. `content` stands in place of the damaged one. */
export async function writeSession(
  folder: string,
  content: string | Buffer = damagedSession,
): Promise<string> {
  await mkdir(folder, { recursive: true })
  const file = path.join(folder, `rollout-2026-03-04T05-06-07-${id}.jsonl`)
  await writeFile(file, content)
  return file
}

/** A session of one header and so many lines that are not JSON, and as many that name a member twice. */
export function manyFindings(count: number): string {
  const twice = says('Again.').replace('"type":"event_msg"', '"type":"event_msg","type":"event_msg"')
  return `${record('session_meta', meta)}\n${'x\n'.repeat(count)}${`${twice}\n`.repeat(count)}`
}
