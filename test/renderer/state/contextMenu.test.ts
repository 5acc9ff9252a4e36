import { describe, expect, it } from 'vitest'
import { openRowMenu, rowMenu } from '../../../src/renderer/src/state/contextMenu'
import { createStores } from '../../../src/renderer/src/state/stores'
import { startState, whereLooked } from '../../../src/renderer/src/features/welcome/firstStart'
import { aboutFacts, aboutText } from '../../../src/renderer/src/features/about/aboutText'
import { ok } from '../../../src/shared/result'
import { createFakeClient, fakeInfo, type FakeAnswers } from '../support/fakeClient'

const able = { canOpenWindows: true, canShowInFolder: true }

function created(answers: FakeAnswers, info: Partial<typeof fakeInfo>) {
  const client = createFakeClient(answers)
  const stores = createStores(client, null)
  stores.app.setState({ info: { ...fakeInfo, ...info } })
  return { client, stores }
}

const at = { x: 5, y: 6 }

// SPEC host/menus
describe('the menu of a row', () => {
  it('offers what the host can do, with lines only between items', () => {
    const ids = (info: Partial<typeof fakeInfo>, region: 'sessions' | 'lines'): readonly string[] =>
      rowMenu(created({}, info).stores, region).map((item) => (item.kind === 'line' ? '-' : item.id))
    expect(ids(able, 'sessions').slice(0, 4)).toEqual(['open-row', 'open-in-new-window', '-', 'toggle-mark'])
    expect(ids(able, 'sessions')).toContain('show-in-folder')
    expect(ids({}, 'sessions').slice(0, 3)).toEqual(['open-row', '-', 'toggle-mark'])
    expect(ids({}, 'sessions')).not.toContain('show-in-folder')
    expect(ids({}, 'lines').at(-1)).toBe('go-to-line')
    const lines = rowMenu(created({}, {}).stores, 'lines')
    expect(lines.find((item) => item.kind === 'command' && item.id === 'copy-citation')).toMatchObject({
      isEnabled: false,
    })
  })

  it('is drawn by the host where that has menus, else by the page, and runs the same command', async () => {
    const native = created({ 'menu:popUp': () => ok({ chosen: 'go-to-line' }) }, { hasNativeMenus: true })
    await openRowMenu(native.stores, 'lines', at)
    expect(native.client.calls.at(-1)).toMatchObject({ channel: 'menu:popUp', request: { at: { x: 5 } } })
    const drawn = created({}, {})
    const done = openRowMenu(drawn.stores, 'sessions', at)
    const { menu } = drawn.stores.window.getState()
    expect(menu?.at).toEqual({ x: 5, y: 6 })
    menu?.choose(null)
    await done
    expect(drawn.client.calls.filter(({ channel }) => channel === 'menu:popUp')).toEqual([])
  })
})

// SPEC host/first-start
describe('a start without an open session', () => {
  const root = { rootId: 'r', kind: 'home', label: '/home/a/.codex', exists: false } as const

  it('says nothing before the list was read, and tells a first start from an ordinary one', () => {
    expect(startState({ status: 'loading', jobId: 'j' }, 0, root)).toBe('reading')
    expect(startState({ status: 'loading', jobId: 'j' }, 3, root)).toBe('choose-one')
    expect(startState({ status: 'complete' }, 0, root)).toBe('nothing-anywhere')
    expect(startState({ status: 'complete' }, 0, { ...root, kind: 'opened' })).toBe('choose-one')
    expect([whereLooked(root), whereLooked({ ...root, exists: true })]).toEqual([
      'It looked here, and there is no such folder:',
      'It looked here and found no session file:',
    ])
  })
})

// SPEC host/about
describe('the about box', () => {
  it('names product, host, runtimes, platform and data folder, one a line', () => {
    const info = {
      ...fakeInfo,
      host: 'electron' as const,
      runtimes: [{ name: 'Electron', version: '45.3.4' }],
    }
    expect(aboutText(aboutFacts(info, 'Chrome 1')).split('\n')).toEqual([
      'Rollscope: 1',
      'Host: desktop window',
      'Electron: 45.3.4',
      'Platform: Linux',
      'Data folder: /data',
      'Licence: MIT',
    ])
    expect(aboutText(aboutFacts({ ...info, host: 'web' }, 'Chrome 1'))).toContain('Browser: Chrome 1')
  })
})
