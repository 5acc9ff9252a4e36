import { describe, expect, it } from 'vitest'
import {
  showInspector,
  toggleInspector,
  uncoverSession,
} from '../../../src/renderer/src/state/inspectorPlace'
import { createStores } from '../../../src/renderer/src/state/stores'
import { createFakeClient } from '../support/fakeClient'

function setUp() {
  const stores = createStores(createFakeClient({}), null)
  const shown = () => ({
    beside: stores.preferences.getState().isInspectorOpen,
    over: stores.window.getState().isInspectorOver,
  })
  return { stores, shown }
}

// SPEC inspector/narrow
describe('the inspector', () => {
  it('stands beside the session, by a choice that is kept', () => {
    const { stores, shown } = setUp()
    expect(shown()).toEqual({ beside: true, over: false })
    toggleInspector(stores)
    expect(shown()).toEqual({ beside: false, over: false })
    uncoverSession(stores)
    showInspector(stores, true)
    uncoverSession(stores)
    expect(shown()).toEqual({ beside: true, over: false })
    expect(stores.window.getState().takeFocus('view')).toBe(false)
  })

  it('covers nothing of a narrow window before it is asked for, and leaves that choice alone', () => {
    const { stores, shown } = setUp()
    stores.window.getState().setNarrow(true)
    expect(shown()).toEqual({ beside: true, over: false })
    showInspector(stores, true)
    stores.window.getState().setNarrow(true)
    expect(shown()).toEqual({ beside: true, over: true })
    uncoverSession(stores)
    expect(shown()).toEqual({ beside: true, over: false })
    expect(stores.window.getState().takeFocus('view')).toBe(true)
    toggleInspector(stores)
    stores.window.getState().setNarrow(false)
    expect(shown()).toEqual({ beside: true, over: false })
  })
})
