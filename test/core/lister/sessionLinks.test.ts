import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sharedFolder } from '../../support/shared'
import { metaLine, rollout, tempHome, userLine, uuid } from '../support/tempHome'
import { testExplorer, valueOf } from '../support/testExplorer'

const query = { limit: 1000, archived: 'include' } as const

async function rowsOf(home: string): Promise<readonly (readonly [string, string])[]> {
  const { invoke, homeId } = await testExplorer(home)
  const page = valueOf(await invoke('session:list', { rootId: homeId, jobId: 'l', query }))
  return page.sessions.map(({ id, links }) => [id?.slice(-4) ?? '', links.role])
}

const path = `sessions/2026/03/04/rollout-2026-03-04T05-06-07-${uuid(2)}`
const base = { thread_id: uuid(1), end_ordinal_exclusive: 3, end_byte_offset: 9 }

// SPEC lineage/links
describe('the role of a file', () => {
  it.each([
    ['thread', '', {}, []],
    ['thread', '', { thread_source: 'user', session_id: uuid(2), forked_from_id: null }, []],
    ['thread', `_${uuid(2)}`, {}, []],
    ['segment', `_${uuid(3)}`, { history_base: base }, []],
    ['fork', '', { history_base: base, forked_from_id: uuid(1) }, []],
    ['fork', '', { forked_from_id: uuid(1) }, []],
    ['copy', '', { forked_from_id: uuid(1) }, [metaLine(uuid(1))]],
    ['copy', '', {}, [metaLine(uuid(2)), metaLine(uuid(1))]],
    ['review', '', { source: { subagent: 'review' } }, []],
    ['review', '', { source: { subagent: 'review' }, parent_thread_id: uuid(1) }, []],
    [
      'sub-agent',
      '',
      { source: { subagent: { thread_spawn: { parent_thread_id: uuid(1) } } } },
      [metaLine(uuid(1))],
    ],
    ['sub-agent', '', { source: 'exec', thread_source: 'subagent' }, []],
    ['sub-agent', '', { thread_source: 'guardian_review', parent_thread_id: uuid(1) }, []],
  ])('is %s for a name with "%s" and %j', async (role, ending, more, copied) => {
    const content = rollout(metaLine(uuid(2), more), ...copied, userLine('hi'))
    expect(await rowsOf(tempHome({ [`${path}${ending}.jsonl`]: content }))).toEqual([['0002', role]])
  })

  it.skipIf(sharedFolder() === null)('is right for what real Codex wrote', async () => {
    const home = join(sharedFolder() ?? '', 'corpus/codex/0.169.0/home')
    const others = (await rowsOf(home)).filter(([, role]) => role !== 'thread')
    expect(others).toEqual([
      ['d24f', 'copy'],
      ['7419', 'fork'],
    ])
  })
})
