import { describe, expect, it } from 'vitest'
import { serverGone } from '../../../src/renderer/src/client/connection'
import { createWindowStore, type NewNotice } from '../../../src/renderer/src/state/windowStore'

function notice(title: string, part: Partial<NewNotice> = {}): NewNotice {
  return { tone: 'info', title, file: null, hint: null, ...part }
}

function titles(store: ReturnType<typeof createWindowStore>): readonly string[] {
  return store.getState().notices.map(({ title }) => title)
}

describe('notices', () => {
  it('are three at most, each once', () => {
    const store = createWindowStore()
    for (const title of ['a', 'b', 'c', 'd', 'c']) store.getState().tell(notice(title))
    expect(titles(store)).toEqual(['b', 'd', 'c'])
  })

  it('of a session go with it, and what was no error when a check has ended', () => {
    const store = createWindowStore()
    store.getState().tell(notice('stays'))
    store.getState().tell(notice('failed', { tone: 'error', scope: 'session' }))
    store.getState().tell(notice('not yet', { scope: 'session' }))
    store.getState().dismissOfSession('info')
    expect(titles(store)).toEqual(['stays', 'failed'])
    store.getState().dismissOfSession('all')
    expect(titles(store)).toEqual(['stays'])
  })

  it('do not repeat what the banner says of a stopped server', () => {
    const store = createWindowStore()
    store.getState().tellError(serverGone)
    expect(titles(store)).toEqual([])
  })
})
