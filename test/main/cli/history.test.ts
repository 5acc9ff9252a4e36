/** The command `history` on real files, through the real explorer. */
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createExplorer } from '../../../src/core/explorer'
import { ok } from '../../../src/shared/result'
import type { HistoryPlace, HistoryProblem } from '../../../src/shared/rollout/history'
import { metaLine, rollout, userLine, uuid } from '../../core/support/tempHome'
import { createFakeExplorer } from '../../support/fakeExplorer'
import { runCommand, type CommandResult } from '../../support/runCommand'
import { temporaryFolder } from '../../support/temporaryFolder'

async function history(file: string, ...more: readonly string[]): Promise<CommandResult> {
  const explorer = createExplorer({
    home: '/nowhere',
    dataFolder: path.join(await temporaryFolder(), 'data'),
    samplesFolder: null,
    host: 'test',
    version: '0.1.0',
    spawnWorker: null,
  })
  return runCommand(['history', file, ...more], explorer)
}

async function fileOf(content: string): Promise<string> {
  const folder = path.join(await temporaryFolder(), 'sessions')
  await mkdir(folder)
  const file = path.join(folder, 'a.jsonl')
  await writeFile(file, content)
  return file
}

const odd =
  '{"timestamp":"t",\t"type":"world_state","payload":{"n":1.50,"big":9007199254740993,"text":"\u202e\u001b"}}'

// SPEC history/items, history/errors
describe('history', () => {
  it('prints one document with the keys of the contract, each record as it stands', async () => {
    const file = await fileOf(
      rollout(metaLine(uuid(1)), odd.replace('\u001b', ''), 'garbage', userLine('hi')),
    )
    const { status, out, error } = await history(file, '--json')
    expect({ status, error }).toEqual({ status: 0, error: '' })
    const document = JSON.parse(out) as Record<string, unknown>
    expect(Object.keys(document)).toEqual(['kind', 'conversationId', 'rolloutPath', 'items', 'problems'])
    expect(document).toMatchObject({
      kind: 'resumed',
      conversationId: uuid(1),
      rolloutPath: file,
      items: [
        { file: 'a.jsonl', lineNumber: 1, record: { type: 'session_meta' } },
        { file: 'a.jsonl', lineNumber: 2, record: { payload: { text: '\u202e' } } },
        { file: 'a.jsonl', lineNumber: 4, record: { payload: { message: 'hi' } } },
      ],
      problems: [{ code: 'history/line-skipped', severity: 'warning', file: 'a.jsonl', lineNumber: 3 }],
    })
    expect(out).toContain(
      String.raw`"record":{"timestamp":"t", "type":"world_state","payload":{"n":1.50,"big":9007199254740993,"text":"\u202e"}}`,
    )
  })

  it('tells people what it is made of, and shows no text of a record', async () => {
    const file = await fileOf(rollout(metaLine(uuid(1)), odd, userLine('hi')))
    const { status, out } = await history(file)
    expect(status).toBe(0)
    expect(out.split('\n').slice(1)).toEqual([
      `  RESUMED  conversation ${uuid(1)}  1 file  2 items  1 problem`,
      '  files, oldest first  lines  items',
      '  a.jsonl              1-3        2',
      '  items                   count',
      '  event_msg/user_message      1',
      '  session_meta                1',
      '  warning  history/line-skipped  a.jsonl  line 2',
      '           The line is not JSON. Codex skips it.',
      '',
    ])
  })

  it('answers a path without a file as new, with exit status 3', async () => {
    const file = path.join(await temporaryFolder(), 'none.jsonl')
    const json = await history(file, '--json')
    expect(json.status).toBe(3)
    expect(JSON.parse(json.out)).toEqual({
      kind: 'new',
      conversationId: null,
      rolloutPath: file,
      items: [],
      problems: [],
    })
    expect((await history(file)).out).toContain('NEW  There is no such file')
  })

  it('prints nothing but the reason for a file that holds no history', async () => {
    const { status, out, error } = await history(await fileOf('\n'), '--json')
    expect({ status, out }).toEqual({ status: 3, out: '' })
    expect(error).toContain('a.jsonl is empty')
    expect((await history(await temporaryFolder())).error).toContain('holds no')
  })
})

// SPEC history/pages
describe('a history of many pages', () => {
  it('is printed as it is read, its problems after its items, and those again when they are too many to hold', async () => {
    const asked: (HistoryPlace | null)[] = []
    const problem = (lineNumber: number): HistoryProblem => ({
      code: 'history/line-skipped',
      severity: 'warning',
      file: 'a',
      lineNumber,
      byteOffset: 0,
      message: '',
    })
    const explorer = createFakeExplorer({
      'rollout:history': ({ from }) => {
        asked.push(from)
        const page = from?.lineNumber ?? 1
        return Promise.resolve(
          ok({
            kind: 'resumed',
            conversationId: 'c',
            files: ['a'],
            items: [
              {
                file: 'a',
                lineNumber: page,
                type: 'world_state',
                subtype: null,
                text: '{}',
                codex: 'as-written',
              },
            ],
            problems: Array.from({ length: 6000 }, (_, index) => problem(page * 10_000 + index)),
            next: page === 3 ? null : { part: 0, lineNumber: page + 1, byteOffset: page },
          }),
        )
      },
    })
    const { out, status } = await runCommand(['history', 'a', '--json'], explorer)
    expect(status).toBe(0)
    const document = JSON.parse(out) as {
      items: { lineNumber: number }[]
      problems: { lineNumber: number }[]
    }
    expect(document.items.map(({ lineNumber }) => lineNumber)).toEqual([1, 2, 3])
    expect(new Set(document.problems.map(({ lineNumber }) => lineNumber)).size).toBe(18_000)
    expect(asked.map((from) => from?.lineNumber ?? null)).toEqual([null, 2, 3, null, 2, 3])
  })
})
