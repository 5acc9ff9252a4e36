import { describe, expect, it } from 'vitest'
import { commands, missingMenuCommands, offeredCommands } from '../../../src/renderer/src/state/commands'
import { fakeInfo } from '../support/fakeClient'
import { commandOf, keyLabel, strokeName } from '../../../src/renderer/src/state/keys'

const plain = { ctrlKey: false, metaKey: false, altKey: false }

describe('commands and keys', () => {
  it('has a command for everything in the native menu, and each id and key once', () => {
    expect(missingMenuCommands()).toEqual([])
    const ids = commands.map(({ id }) => id)
    const keys = commands.flatMap((command) => command.keys)
    expect([new Set(ids).size, new Set(keys).size]).toEqual([ids.length, keys.length])
  })

  it('finds the command of every key in the table', () => {
    for (const command of commands) {
      for (const name of command.keys) {
        const key = name.endsWith('++') ? '+' : (name.split('+').at(-1) ?? '')
        const stroke = {
          key,
          ctrlKey: name.startsWith('mod+'),
          metaKey: false,
          altKey: name.includes('alt+'),
          shiftKey: name.includes('shift+'),
        }
        expect(commandOf(stroke, false)?.id).toBe(command.id)
      }
    }
  })

  it('offers nothing that the host cannot do', () => {
    const able = { canChooseFiles: true, canOpenWindows: true, canShowInFolder: true, canZoom: true }
    const ids = (info: typeof fakeInfo | null): readonly string[] =>
      offeredCommands({ info }).map(({ id }) => id)
    expect(ids({ ...fakeInfo, ...able })).toEqual(commands.map(({ id }) => id))
    const always = commands.filter(({ needs }) => needs === null).map(({ id }) => id)
    expect([ids(fakeInfo), ids(null)]).toEqual([always, always])
    for (const id of ['open-files', 'new-window', 'zoom-in']) expect(always).not.toContain(id)
  })

  it('never takes a key from a text field, unless it has a modifier or is a function key', () => {
    expect(commandOf({ ...plain, key: 'j' }, true)).toBeNull()
    expect(commandOf({ ...plain, key: 'ArrowLeft', altKey: true }, true)).toBeNull()
    expect(commandOf({ ...plain, key: 'k', metaKey: true }, true)?.id).toBe('open-palette')
    expect(commandOf({ ...plain, key: 'F3', shiftKey: true }, true)?.id).toBe('previous-match')
  })

  it('names strokes and labels keys', () => {
    expect(strokeName({ ...plain, key: 'K', ctrlKey: true })).toBe('mod+k')
    expect(strokeName({ ...plain, key: 'N', ctrlKey: true, shiftKey: true })).toBe('mod+shift+n')
    expect(strokeName({ ...plain, key: '+', ctrlKey: true, shiftKey: true })).toBe('mod++')
    expect([keyLabel('mod+shift+n', false), keyLabel('mod++', false)]).toEqual(['Ctrl+Shift+N', 'Ctrl++'])
    expect(strokeName({ ...plain, key: 'F', ctrlKey: true, shiftKey: true })).toBe('mod+shift+f')
    expect(strokeName({ ...plain, key: 'ArrowDown', shiftKey: true })).toBe('ArrowDown')
    expect([keyLabel('mod+k', false), keyLabel('mod+k', true), keyLabel('alt+ArrowLeft', false)]).toEqual([
      'Ctrl+K',
      '⌘+K',
      'Alt+←',
    ])
  })
})
