import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeFileSystem } from '../../../src/core/platform/fileSystem'
import { getRolloutHistory } from '../../../src/core/reader/history'
import type { Finding } from '../../../src/shared/validation/finding'
import type { Lineage } from '../../../src/shared/rollout/lineage'
import { metaLine, rollout, tempHome, userLine, uuid } from '../support/tempHome'
import { testExplorer, valueOf } from '../support/testExplorer'
import { zstdFrame } from '../support/zstdFrame'

type Files = Readonly<Record<string, string | Uint8Array>>

/** Path of a rollout in a home, by number. */
function pathOf(
  id: number,
  {
    rolloutId,
    ending = '.jsonl',
    folder = 'sessions/2026/03/04',
  }: {
    readonly rolloutId?: number
    readonly ending?: string
    readonly folder?: string
  } = {},
): string {
  const name = rolloutId === undefined ? uuid(id) : `${uuid(id)}_${uuid(rolloutId)}`
  return `${folder}/rollout-2026-03-04T05-06-07-${name}${ending}`
}

/** A paginated rollout: its header has the first ordinal, then come `records` more. */
function paginated(
  id: number,
  first: number,
  records: number,
  more: Readonly<Record<string, unknown>> = {},
): string {
  const lines = [metaLine(uuid(id), { history_mode: 'paginated', ...more })]
  for (let at = 1; at <= records; at += 1) {
    lines.push(JSON.stringify({ timestamp: 't', type: 'world_state', payload: { from: id, n: first + at } }))
  }
  return rollout(
    ...lines.map((text, index) => text.replace('"type"', `"ordinal":${String(first + index)},"type"`)),
  )
}

/** The member of a header that names its base: the records before an ordinal, which end at a byte. */
function base(id: number, end: number, endByte: number): Readonly<Record<string, unknown>> {
  return { history_base: { thread_id: uuid(id), end_ordinal_exclusive: end, end_byte_offset: endByte } }
}

/** Byte behind the first lines of a text. */
function byteAfter(text: string, lines: number): number {
  return Buffer.byteLength(text.split('\n').slice(0, lines).join('\n')) + 1
}

const parent = paginated(1, 0, 4)
const child = paginated(2, 3, 1, base(1, 3, byteAfter(parent, 3)))

/** Checks and loads the file at a path in a home, and tells what its lineage is. */
async function check(
  files: Files,
  path: string,
): Promise<{
  readonly items: readonly string[]
  readonly findings: readonly string[]
  readonly codex: readonly (string | null)[]
  readonly lineage: Lineage
}> {
  const home = tempHome(files)
  const { explorer, invoke } = await testExplorer(home)
  const { entries } = await explorer.openPaths([join(home, path)])
  const fileId = entries[0]?.fileId ?? ''
  valueOf(await invoke('rollout:open', { fileId, jobId: 'o' }))
  const { report } = valueOf(await invoke('rollout:check', { fileId, jobId: 'c' }))
  const lineage = valueOf(await invoke('rollout:lineage', { fileId, jobId: 'l' }))
  const about = report.findings.filter(({ rule }) => rule.startsWith('lineage/'))
  // A check knows of the whole file why Codex refuses it, and says so in those words.
  expect(lineage.findings.map(withOutcome)).toEqual(about.map(withOutcome))
  const context = { fileSystem: nodeFileSystem, isCancelled: () => false }
  const history = valueOf(await getRolloutHistory(join(home, path), context, { cacheFolder: tempHome() }))
  if (history.kind === 'new') throw new Error('there is a file')
  const codes = history.problems.map(({ code }) => code).filter((code) => code.startsWith('lineage/'))
  expect(codes).toEqual(about.map(({ rule }) => rule))
  return {
    items: history.items.map(({ file, record, lineNumber }) => {
      const number = /(\d)(?:_\S*(\d))?\.jsonl/.exec(file)
      return `${number?.[2] ?? number?.[1] ?? ''}:${String(lineNumber)} ${String(record['ordinal'])}`
    }),
    findings: about.map(({ rule, severity, lineNumber }) => `${severity} ${rule} line ${String(lineNumber)}`),
    codex: about.map(({ codex }) => codex?.outcome ?? null),
    lineage,
  }
}

function withOutcome({ codex, ...finding }: Finding): object {
  return { ...finding, outcome: codex?.outcome ?? null }
}

const whole = ['1:1 0', '1:2 1', '1:3 2', '2:1 3', '2:2 4']

// SPEC lineage/chain, history/forks
describe('the history of a fork', () => {
  it.each([
    ['plain', pathOf(1), parent],
    ['compressed', pathOf(1, { ending: '.jsonl.zst' }), zstdFrame(parent)],
    ['archived', pathOf(1, { folder: 'archived_sessions' }), parent],
    [
      'archived and compressed',
      pathOf(1, { folder: 'archived_sessions', ending: '.jsonl.zst' }),
      zstdFrame(parent),
    ],
    ['in another day folder', pathOf(1, { folder: 'sessions/2025/1/elsewhere' }), parent],
  ])("is its parent's prefix and its own records: %s", async (_name, path, content) => {
    const { items, findings, lineage } = await check({ [path]: content, [pathOf(2)]: child }, pathOf(2))
    expect({ items, findings }).toEqual({ items: whole, findings: [] })
    expect(lineage.chain).toMatchObject([
      {
        role: 'base',
        isFound: true,
        id: uuid(1),
        lineCount: 3,
        endByte: byteAfter(parent, 3),
        endOrdinal: 3,
      },
      { role: 'own', isFound: true, id: uuid(2), lineCount: null, fromOrdinal: 3 },
    ])
  })

  it('takes the plain file where a compressed one lies beside it, and the active one where there is an archived one', async () => {
    const other = paginated(1, 0, 9, { cwd: '/other' })
    for (const path of [pathOf(1, { ending: '.jsonl.zst' }), pathOf(1, { folder: 'archived_sessions' })]) {
      const content = path.endsWith('.zst') ? zstdFrame(other) : other
      const { items, findings } = await check(
        { [pathOf(1)]: parent, [path]: content, [pathOf(2)]: child },
        pathOf(2),
      )
      expect({ items, findings }).toEqual({ items: whole, findings: [] })
    }
  })

  it('is found in its own folder where it lies in no home', async () => {
    const files = { [pathOf(1, { folder: 'x' })]: parent, [pathOf(2, { folder: 'x' })]: child }
    expect((await check(files, pathOf(2, { folder: 'x' }))).items).toEqual(whole)
    const apart = { [pathOf(1, { folder: 'y' })]: parent, [pathOf(2, { folder: 'x' })]: child }
    expect((await check(apart, pathOf(2, { folder: 'x' }))).findings).toEqual([
      'error lineage/parent-missing line 1',
    ])
  })

  it('goes over three files, and over the segments of a reverted thread by the last id of their names', async () => {
    const second = paginated(1, 3, 3, base(1, 3, byteAfter(parent, 3)))
    const third = paginated(1, 5, 1, base(8, 5, byteAfter(second, 2)))
    const files = {
      [pathOf(1)]: parent,
      [pathOf(1, { rolloutId: 8 })]: second,
      [pathOf(1, { rolloutId: 9 })]: third,
    }
    const { items, findings, lineage } = await check(files, pathOf(1, { rolloutId: 9 }))
    expect({ items, findings }).toEqual({
      items: ['1:1 0', '1:2 1', '1:3 2', '8:1 3', '8:2 4', '9:1 5', '9:2 6'],
      findings: [],
    })
    expect(lineage.chain.map(({ id, lineCount }) => [id, lineCount])).toEqual([
      [uuid(1), 3],
      [uuid(8), 2],
      [uuid(9), null],
    ])
  })

  it('takes less of a base where a later fork begins before its end', async () => {
    const second = paginated(2, 3, 3, base(1, 3, byteAfter(parent, 3)))
    const third = paginated(3, 2, 1, base(2, 2, 0))
    const { items } = await check({ [pathOf(1)]: parent, [pathOf(2)]: second, [pathOf(3)]: third }, pathOf(3))
    expect(items).toEqual(['1:1 0', '1:2 1', '3:1 2', '3:2 3'])
  })

  it('accounts for lines of the parent that are not its own to load', async () => {
    const torn = parent.replace('\n', '\n\ngarbage\n')
    const files = { [pathOf(1)]: torn, [pathOf(2)]: paginated(2, 3, 1, base(1, 3, byteAfter(torn, 5))) }
    const home = tempHome(files)
    const context = { fileSystem: nodeFileSystem, isCancelled: () => false }
    const history = valueOf(
      await getRolloutHistory(join(home, pathOf(2)), context, { cacheFolder: tempHome() }),
    )
    expect(history).toMatchObject({
      items: { length: 5 },
      problems: [{ code: 'history/line-skipped', lineNumber: 3 }],
    })
  })
})

// SPEC lineage/parents, rule/lineage/parent-missing, rule/lineage/base-short, rule/lineage/offset-off-line, rule/lineage/wrong-ordinal, rule/lineage/cycle
describe('findings about bases', () => {
  const own = ['2:1 3', '2:2 4']
  const at = byteAfter(parent, 3)
  const fork = (end: number, endByte: number): string => paginated(2, 3, 1, base(1, end, endByte))

  it.each<[string, Files, readonly string[], readonly string[], readonly (string | null)[]]>([
    ['none for a base that fits', { [pathOf(1)]: parent }, whole, [], []],
    ['the parent is not there', {}, own, ['error lineage/parent-missing line 1'], ['refuses']],
    [
      'the parent is a folder',
      { [`${pathOf(1)}/x`]: '' },
      own,
      ['error lineage/parent-missing line 1'],
      ['refuses'],
    ],
    [
      'the parent is torn compressed data that holds nothing',
      { [pathOf(1, { ending: '.jsonl.zst' })]: zstdFrame(parent).subarray(0, 12) },
      own,
      ['error lineage/base-short line 1', 'warning lineage/offset-off-line line 1'],
      [null, null],
    ],
    [
      'the parent ends too early',
      { [pathOf(1)]: parent.slice(0, byteAfter(parent, 2)) },
      ['1:1 0', '1:2 1', ...own],
      ['error lineage/base-short line 1', 'warning lineage/offset-off-line line 1'],
      [null, null],
    ],
    [
      'the parent has other line ends',
      { [pathOf(1)]: parent.replaceAll('\n', '\r\n') },
      whole,
      ['warning lineage/offset-off-line line 1'],
      [null],
    ],
    [
      'the parent has no ordinals',
      { [pathOf(1)]: parent.replaceAll(/"ordinal":\d,/g, '').replaceAll('"from"', '"ordinal":7,"from"') },
      ['1:1 undefined', '1:2 undefined', '1:3 undefined', ...own],
      ['error lineage/base-short line 1', 'warning lineage/offset-off-line line 1'],
      [null, null],
    ],
  ])('%s', async (_name, files, items, findings, codex) => {
    const result = await check({ ...files, [pathOf(2)]: fork(3, at) }, pathOf(2))
    expect({ items: result.items, findings: result.findings }).toEqual({ items, findings })
    if (codex.length > 0) expect(result.codex).toEqual(codex)
  })

  it.each([
    ['inside a line', fork(3, at - 7), ['warning lineage/offset-off-line line 1']],
    ['behind the end', fork(3, 1_000_000), ['warning lineage/offset-off-line line 1']],
    ['behind another record', fork(3, byteAfter(parent, 2)), ['warning lineage/wrong-ordinal line 1']],
    ['behind a later record', fork(3, byteAfter(parent, 4)), ['warning lineage/wrong-ordinal line 1']],
  ])('the offset lies %s, and the ordinal counts', async (_name, content, findings) => {
    const result = await check({ [pathOf(1)]: parent, [pathOf(2)]: content }, pathOf(2))
    expect({ items: result.items, findings: result.findings }).toEqual({ items: whole, findings })
  })

  it('end where bases go round in a circle, however long it is', async () => {
    const round = (id: number, of: number): string => paginated(id, 3, 1, base(of, 3, 0))
    for (const files of [
      { [pathOf(2)]: round(2, 2) },
      { [pathOf(2)]: round(2, 1), [pathOf(1)]: round(1, 2) },
      { [pathOf(2)]: round(2, 1), [pathOf(1)]: round(1, 3), [pathOf(3)]: round(3, 1) },
    ]) {
      const { findings, items } = await check(files, pathOf(2))
      expect(findings).toContain('error lineage/cycle line 1')
      expect(items.slice(-2)).toEqual(own)
    }
  })

  it('are about the base of a base as well', async () => {
    const second = paginated(2, 3, 3, base(1, 3, at))
    const third = paginated(3, 5, 1, base(2, 5, byteAfter(second, 2)))
    const result = await check({ [pathOf(2)]: second, [pathOf(3)]: third }, pathOf(3))
    expect(result.findings).toEqual(['error lineage/parent-missing line 1'])
    expect(result.codex).toEqual([null])
  })

  it.each([
    ['no rollout', { history_base: { end_ordinal_exclusive: 3, end_byte_offset: 4 } }],
    [
      'a path',
      { history_base: { thread_id: '../../etc/passwd', end_ordinal_exclusive: 3, end_byte_offset: 4 } },
    ],
    [
      'numbers that are none',
      { history_base: { thread_id: uuid(9), end_ordinal_exclusive: 'x', end_byte_offset: -1 } },
    ],
  ])('say so where the header names %s', async (_name, more) => {
    const result = await check({ [pathOf(2)]: paginated(2, 3, 1, more) }, pathOf(2))
    expect(result.findings).toEqual(['error lineage/parent-missing line 1'])
  })
})

// SPEC lineage/copies
describe('records that are copied in', () => {
  const original = rollout(metaLine(uuid(1)), userLine('a'), 'garbage', userLine('b'), userLine('c'))
  const restamped = (text: string): string => text.replaceAll('2026-03-04T05:06:08', '2026-03-05T00:00:00')
  const own = metaLine(uuid(2), { forked_from_id: uuid(1), timestamp: '2026-03-05T00:00:00.000Z' })
  const copied = [metaLine(uuid(1)), userLine('a'), userLine('b'), userLine('c')]
  const more = [userLine('mine'), userLine('c')]
  const ends = async (files: Files): Promise<Lineage['copy']> => (await check(files, pathOf(2))).lineage.copy

  it('end where they stop being those of the original, with new times and with old ones', async () => {
    for (const text of [rollout(own, ...copied, ...more), restamped(rollout(own, ...copied, ...more))]) {
      expect(await ends({ [pathOf(1)]: original, [pathOf(2)]: text })).toMatchObject({
        from: { id: uuid(1), name: pathOf(1).slice('sessions/2026/03/04/'.length) },
        firstLine: 2,
        lastLine: 5,
        basis: 'compared',
      })
    }
  })

  it('end by their times, or nobody knows where, when the original is not there', async () => {
    const mine = restamped(rollout(...more))
    expect(await ends({ [pathOf(2)]: rollout(own, ...copied) + mine })).toMatchObject({
      from: { id: uuid(1), fileId: null },
      firstLine: 2,
      lastLine: 5,
      basis: 'times',
    })
    const text = rollout(own, metaLine(uuid(1)).replaceAll('2026-03-04', '2026-03-05')) + mine
    expect(await ends({ [pathOf(2)]: text })).toMatchObject({
      firstLine: 2,
      lastLine: null,
      basis: 'unknown',
    })
  })

  it('end where the header of a sub-agent says that its own begin', async () => {
    const text = paginated(2, 0, 5, {
      subagent_history_start_ordinal: 3,
      parent_thread_id: uuid(1),
      source: { subagent: { thread_spawn: { parent_thread_id: uuid(1), depth: 1 } } },
    })
    const { lineage } = await check({ [pathOf(1)]: parent, [pathOf(2)]: text }, pathOf(2))
    expect(lineage.copy).toMatchObject({ from: null, firstLine: 2, lastLine: 3, basis: 'ordinal' })
    expect(lineage.startedBy).toMatchObject({
      id: uuid(1),
      as: 'sub-agent',
      fileId: expect.any(String) as string,
    })
  })

  it('are none in a file that repeats its own header, nor in one of its own', async () => {
    const text = rollout(metaLine(uuid(2)), metaLine(uuid(2)), userLine('a'), metaLine(uuid(1)))
    expect(await ends({ [pathOf(1)]: original, [pathOf(2)]: text })).toBeNull()
  })

  it('do not hide who started a review', async () => {
    const text = rollout(metaLine(uuid(2), { source: { subagent: 'review' }, parent_thread_id: uuid(1) }))
    const { lineage } = await check({ [pathOf(2)]: text }, pathOf(2))
    expect(lineage.startedBy).toEqual({ id: uuid(1), as: 'review', fileId: null, name: null, title: null })
    expect(lineage.lookedIn).toBe('home')
  })
})
