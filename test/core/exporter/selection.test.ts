import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { metaLine, rollout, sessionPath, tempHome, userLine, uuid } from '../support/tempHome'
import { testExplorer, valueOf } from '../support/testExplorer'
import { createExplorer } from '../../../src/core/explorer'
import { runCommand } from '../../support/runCommand'
import { exportHome, namesIn, queryOf, recordOf } from './support'

const parent = sessionPath('2026-03-04T05-06-07', uuid(1))
const fork = sessionPath('2026-03-05T05-06-07', uuid(2))
const other = sessionPath('2026-03-06T05-06-07', uuid(3))

/** A session, a fork that goes on from it, and one that has nothing to do with them. */
function familyHome(): string {
  const base = { thread_id: uuid(1), end_ordinal_exclusive: 1, end_byte_offset: 1 }
  return tempHome({
    [parent]: rollout(metaLine(uuid(1)), userLine('tide')),
    [fork]: rollout(metaLine(uuid(2), { history_base: base, forked_from_id: uuid(1) }), userLine('ebb')),
    [other]: rollout(metaLine(uuid(3)), userLine('moon')),
  })
}

describe('a selection whose forks', () => {
  // SPEC export/bases
  it('go on from files that are not exported says so, in the plan and in the record', async () => {
    const { plan, folder } = await exportHome(familyHome(), 'original', { query: { query: 'ebb' } })
    expect(plan.withoutBase).toEqual({ count: 1, sessions: [{ path: fork, baseRolloutId: uuid(1) }] })
    const record = recordOf(folder)
    expect(record.counts.withoutBase).toBe(1)
    expect(record.doesNotProve.at(-1)).toContain('begin in files that are not exported here')
    expect(record.sessions.map(({ base }) => base)).toEqual([{ rolloutId: uuid(1), isExported: false }])
  })

  // SPEC export/bases
  it('are exported with what they go on from says that, too', async () => {
    const { plan, folder } = await exportHome(familyHome(), 'markdown')
    expect(plan.withoutBase).toEqual({ count: 0, sessions: [] })
    const record = recordOf(folder)
    expect(record.counts.withoutBase).toBe(0)
    expect(record.sessions.map(({ base }) => base)).toEqual([
      null,
      { rolloutId: uuid(1), isExported: true },
      null,
    ])
  })

  // SPEC export/bases
  it('were named one by one is looked at in the same way', async () => {
    const home = familyHome()
    const { explorer, invoke } = await testExplorer(tempHome())
    const { entries } = await explorer.openPaths([join(home, fork)])
    const selection = {
      kind: 'files' as const,
      chosenBy: 'marks' as const,
      fileIds: entries.map(({ fileId }) => fileId),
    }
    const plan = valueOf(await invoke('export:plan', { selection, jobId: 'p' }))
    expect(plan.withoutBase).toMatchObject({ count: 1, sessions: [{ baseRolloutId: uuid(1) }] })
  })
})

describe('a limit', () => {
  // SPEC export/limit
  it('takes the first of the order and counts the others', async () => {
    const { invoke, homeId } = await testExplorer(familyHome())
    const selection = { ...queryOf(homeId, { ascending: true, query: 'o' }), limit: 1 }
    const plan = valueOf(await invoke('export:plan', { selection, jobId: 'p' }))
    expect(plan.files.map(({ path }) => path)).toEqual([parent])
    expect(plan.counts).toEqual({ listed: 3, hidden: 2, selected: 1 })
    expect(plan.leftOut).toEqual([{ reason: 'limit', count: 2, paths: [] }])
  })

  // SPEC export/limit
  it('can be given to the command, and is recorded', async () => {
    const place = tempHome()
    const target = join(place, 'out')
    const line = ['export', '--to', target, '--format', 'csv', '--limit', '2']
    const facts = { samplesFolder: null, host: 'cli', version: '0.1.0', spawnWorker: null } as const
    const home = familyHome()
    const run = (...more: readonly string[]) =>
      runCommand([...line, ...more], createExplorer({ home, dataFolder: tempHome(), ...facts }))
    const dry = await run('--dry-run')
    expect(dry.out).toContain('left out: 1 beyond --limit\n')
    expect(dry.out).toContain(`${fork} goes on from rollout ${uuid(1)}\n`)
    expect(namesIn(place)).toEqual([])
    expect(await run()).toMatchObject({ status: 0, error: expect.stringContaining(uuid(1)) as string })
    const record = recordOf(target)
    expect(record).toMatchObject({
      selection: { kind: 'query', order: 'by time created, newest first', limit: 2 },
      leftOut: [{ reason: 'limit', count: 1, paths: [] }],
      counts: { listed: 3, hidden: 1, selected: 2, exported: 2 },
    })
    expect(record.sessions.map(({ path }) => path)).toEqual([other, fork])
  })
})

describe('named files', () => {
  // SPEC export/unreadable
  it('that are not there are recorded where somebody goes on without them', async () => {
    const home = familyHome()
    const target = join(tempHome(), 'out')
    const facts = { samplesFolder: null, host: 'cli', version: '0.1.0', spawnWorker: null } as const
    const explorer = createExplorer({ home: tempHome(), dataFolder: tempHome(), ...facts })
    const named = [join(home, parent), '/no/such.jsonl']
    const line = ['export', ...named, '--to', target, '--format', 'original', '--leave-out-unreadable']
    expect(await runCommand(line, explorer)).toMatchObject({ status: 0 })
    const record = recordOf(target)
    expect(record.leftOut).toEqual([{ reason: 'unreadable', count: 1, paths: ['/no/such.jsonl'] }])
    expect(record.counts).toMatchObject({ selected: 1, leftOutAsUnreadable: 1, exported: 1 })
  })
})
