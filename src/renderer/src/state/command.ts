/** Command: one thing that can be done from the keyboard, the palette or a menu. */
import type { Stores } from './stores'

/** Where the focus is. Commands that move a selection mean another one in each place. */
export type Region = 'sessions' | 'lines' | 'findings' | 'validation' | 'other'

/** What a host may be able to do or not, by the name under which it says so. */
export type Need = 'canChooseFiles' | 'canOpenWindows' | 'canShowInFolder' | 'canZoom'

/** `mod` is Ctrl, or Cmd on macOS. A key without modifiers only works outside of text fields. */
export interface Command {
  readonly id: string
  readonly title: string
  readonly group: 'General' | 'Move' | 'Session' | 'View'
  readonly keys: readonly string[]
  /** False leaves it out of the palette: moving by a row is nothing that one picks from a list. */
  readonly inPalette: boolean
  /** What the host must be able to do for it; null for what every host can. */
  readonly needs: Need | null
  readonly run: (stores: Stores, region: Region) => void
}

/** Returns what makes the commands of a group. They are for every host, unless `needing` says otherwise. */
export function commandsIn(
  group: Command['group'],
): (id: string, title: string, keys: readonly string[], run: Command['run']) => Command {
  return (id, title, keys, run) => ({
    id,
    title,
    group,
    keys,
    inPalette: group !== 'Move',
    needs: null,
    run,
  })
}

/** Leaves a command to the hosts that can carry it out. */
export function needing(needs: Need, known: Command): Command {
  return { ...known, needs }
}
