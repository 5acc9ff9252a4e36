import { describe, expect, it } from 'vitest'
import {
  createPreferencesStore,
  defaultPreferences,
  parsePreferences,
} from '../../../src/renderer/src/state/preferences'

describe('preferences', () => {
  it('reads whatever lies there, and takes defaults for what is no preference', () => {
    for (const text of [
      null,
      '',
      '{',
      '[]',
      '3',
      'null',
      '{"theme":"pink","sessionsPx":"wide","timeZone":7}',
    ]) {
      expect(parsePreferences(text)).toEqual(defaultPreferences)
    }
    expect(parsePreferences('{"theme":"dark","inspectorPx":412.4,"isInspectorOpen":false}')).toEqual({
      ...defaultPreferences,
      theme: 'dark',
      inspectorPx: 412,
      isInspectorOpen: false,
    })
  })

  it('remembers a change and survives a storage that refuses', () => {
    let kept: string | null = null
    const storage = { getItem: () => kept, setItem: (_: string, text: string) => void (kept = text) }
    createPreferencesStore(storage).getState().change({ timeZone: 'local' })
    expect(createPreferencesStore(storage).getState().timeZone).toBe('local')
    const refusing = {
      getItem: () => {
        throw new Error('forbidden')
      },
      setItem: () => {
        throw new Error('full')
      },
    }
    const store = createPreferencesStore(refusing)
    store.getState().change({ theme: 'dark' })
    expect(store.getState().theme).toBe('dark')
  })
})
