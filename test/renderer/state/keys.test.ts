import { describe, expect, it } from 'vitest'
import { commands, missingMenuCommands, offeredCommands } from '../../../src/renderer/src/state/commands'
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
        const key = name.split('+').at(-1) ?? ''
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

  it('offers no command that needs a dialog where the host has none', () => {
    const dialogs = ['open-files', 'open-folder', 'open-root']
    const ids = (hasDialog: boolean): readonly string[] => offeredCommands(hasDialog).map(({ id }) => id)
    expect(ids(true)).toEqual(commands.map(({ id }) => id))
    expect(ids(false)).toEqual(ids(true).filter((id) => !dialogs.includes(id)))
  })

  it('never takes a key from a text field, unless it has a modifier or is a function key', () => {
    expect(commandOf({ ...plain, key: 'j' }, true)).toBeNull()
    expect(commandOf({ ...plain, key: 'ArrowLeft', altKey: true }, true)).toBeNull()
    expect(commandOf({ ...plain, key: 'k', metaKey: true }, true)?.id).toBe('open-palette')
    expect(commandOf({ ...plain, key: 'F3', shiftKey: true }, true)?.id).toBe('previous-match')
  })

  it('names strokes and labels keys', () => {
    expect(strokeName({ ...plain, key: 'K', ctrlKey: true })).toBe('mod+k')
    expect(strokeName({ ...plain, key: 'F', ctrlKey: true, shiftKey: true })).toBe('mod+shift+f')
    expect(strokeName({ ...plain, key: 'ArrowDown', shiftKey: true })).toBe('ArrowDown')
    expect([keyLabel('mod+k', false), keyLabel('mod+k', true), keyLabel('alt+ArrowLeft', false)]).toEqual([
      'Ctrl+K',
      '⌘+K',
      'Alt+←',
    ])
  })
})
