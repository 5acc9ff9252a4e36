import { describe, expect, it } from 'vitest'
import { ok } from '../../../src/shared/result'
import { createTabs } from '../../../src/main/web/tabs'
import { createFakeExplorer } from '../../support/fakeExplorer'

describe('createTabs', () => {
  it('keeps a file open that another tab may be reading, until the last tab has gone', async () => {
    const closed: string[] = []
    const { handlers } = createFakeExplorer({
      'rollout:close': ({ fileId }) => {
        closed.push(fileId)
        return Promise.resolve(ok({}))
      },
    })
    const tabs = createTabs(handlers)
    const leaveFirst = tabs.enter()
    await tabs.handlers['rollout:close']({ fileId: 'alone' })
    expect(closed).toEqual(['alone'])
    const leaveSecond = tabs.enter()
    expect(await tabs.handlers['rollout:close']({ fileId: 'shared' })).toEqual(ok({}))
    leaveSecond()
    expect(closed).toEqual(['alone'])
    leaveFirst()
    expect(closed).toEqual(['alone', 'shared'])
  })
})
