import { describe, expect, it } from 'vitest'
import { createPreferencesStore } from '../../../src/renderer/src/state/preferences'
import { ok } from '../../../src/shared/result'
import type { Problem } from '../../../src/shared/session/session'
import { defaultSettings } from '../../../src/shared/settings/settings'
import { createFakeClient, type FakeAnswers } from '../support/fakeClient'

const problem: Problem = { code: 'own/not-kept', severity: 'warning', message: 'not kept', path: null }

function created(answers: FakeAnswers = {}) {
  const client = createFakeClient(answers)
  const problems: Problem[] = []
  const store = createPreferencesStore({
    client,
    kept: { ...defaultSettings, theme: 'dark' },
    onProblems: (told) => void problems.push(...told),
  })
  return { client, problems, store }
}

describe('preferences', () => {
  it('begin with what the host had kept, or with the defaults', () => {
    const { client, store } = created()
    expect(store.getState().theme).toBe('dark')
    const none = createPreferencesStore({ client, kept: null, onProblems: () => undefined })
    expect(none.getState()).toMatchObject({ theme: 'system', sessionsPx: 300 })
  })

  it('show a change at once, keep it in whole pixels, and tell what could not be kept', async () => {
    const { client, problems, store } = created({
      'settings:change': () => ok({ settings: defaultSettings, problems: [problem] }),
    })
    store.getState().change({ inspectorPx: 411.6, timeZone: 'local' })
    expect(store.getState()).toMatchObject({ inspectorPx: 412, timeZone: 'local' })
    await Promise.resolve()
    await Promise.resolve()
    expect(client.calls).toEqual([
      { channel: 'settings:change', request: { inspectorPx: 412, timeZone: 'local' } },
    ])
    expect(problems).toEqual([problem])
  })

  it('work with a host that does not answer', async () => {
    const { problems, store } = created()
    store.getState().change({ isInspectorOpen: false })
    await Promise.resolve()
    expect(store.getState().isInspectorOpen).toBe(false)
    expect(problems).toEqual([])
  })

  // SPEC settings/windows
  it('follow another window in theme and zone, and keep their own layout', () => {
    const { client, store } = created()
    client.emit('settings:changed', {
      ...defaultSettings,
      theme: 'light',
      timeZone: 'local',
      isInspectorOpen: false,
      sessionsPx: 222,
    })
    expect(store.getState()).toMatchObject({
      theme: 'light',
      timeZone: 'local',
      isInspectorOpen: true,
      sessionsPx: 300,
    })
  })
})
