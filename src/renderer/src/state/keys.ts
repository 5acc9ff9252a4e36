/** Keys: from a keyboard event to a command. Pure, so that a test can press every key there is. */
import type { Command } from './command'
import { commands } from './commands'

/** The parts of a keyboard event that matter. */
export interface Stroke {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey?: boolean
}

/** Names a stroke as the table of commands does, e.g. `mod+k`, `mod+shift+n`, `alt+ArrowLeft`, `shift+F3`, `N`. */
export function strokeName({ key, ctrlKey, metaKey, altKey, shiftKey = false }: Stroke): string {
  const isMod = ctrlKey || metaKey
  const name = isMod && key.length === 1 ? key.toLowerCase() : key
  // What a sign is typed with differs between keyboards; a letter with Shift is another stroke than without.
  const isShifted = shiftKey && (functionKey.test(key) || (isMod && /^[a-z]$/.test(name)))
  return `${isMod ? 'mod+' : ''}${isShifted ? 'shift+' : ''}${altKey ? 'alt+' : ''}${name}`
}

const functionKey = /^F\d+$/

/**
 * The command of a stroke, or null. While somebody types in a field, only strokes with a modifier and function keys
 * count, and no movement at all: a text field has its own.
 */
export function commandOf(stroke: Stroke, isTyping: boolean): Command | null {
  const name = strokeName(stroke)
  const found = commands.find((known) => known.keys.includes(name)) ?? null
  return isTyping && !name.startsWith('mod+') && !functionKey.test(stroke.key) ? null : found
}

/** Shows a key as it is printed on keyboards. */
export function keyLabel(name: string, isMac: boolean): string {
  const parts = name.split('+')
  return parts
    .map((part) => (part === 'mod' ? (isMac ? '⌘' : 'Ctrl') : (labels[part] ?? part)))
    .map((part) => (parts.length > 1 && part.length === 1 ? part.toUpperCase() : part))
    .join('+')
}

const labels: Readonly<Record<string, string>> = {
  alt: 'Alt',
  shift: 'Shift',
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageDown: 'Page Down',
  PageUp: 'Page Up',
}
