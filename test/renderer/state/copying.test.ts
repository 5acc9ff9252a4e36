import { describe, expect, it } from 'vitest'
import { citability, citationHint } from '../../../src/renderer/src/state/copying'
import type { DiskState } from '../../../src/renderer/src/state/viewerTypes'
import { createJobsStore } from '../../../src/renderer/src/state/jobsStore'
import { createViewerStore } from '../../../src/renderer/src/state/viewerStore'
import { createFakeClient, headerOf, reportOf } from '../support/fakeClient'

function stateWith(disk: DiskState['state'] | null) {
  const client = createFakeClient({})
  const viewer = createViewerStore({ client, jobs: createJobsStore(client), onFailure: () => undefined })
  viewer.setState({
    session: { status: 'ready', fileId: 'a', header: headerOf('a') },
    check: { status: 'done', report: reportOf() },
    disk: disk === null ? null : { state: disk, sizeBytes: 1 },
  })
  return viewer.getState()
}

describe('citability', () => {
  it('allows a citation of a file that is as it was read, or has only grown, and says which', () => {
    for (const disk of [null, 'same'] as const) {
      expect(citability(stateWith(disk))).toMatchObject({ status: 'yes', hasGrown: false })
    }
    expect(citationHint(citability(stateWith('grown')))).toContain('the hash names it as it was read')
  })

  it.each(['rewritten', 'shrunk', 'replaced', 'gone'] as const)(
    'allows none of a file that is %s',
    (disk) => {
      const citable = citability(stateWith(disk))
      expect(citable.status).toBe('changed')
      expect(citationHint(citable)).toContain('open it again to cite it')
    },
  )
})
