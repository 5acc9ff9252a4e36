/**
 * Commands: everything that can be done from the keyboard, in one table. The keys, the palette, the sheet of
 * keys and the native menu all run from it, so that none of them can promise what another does not do.
 */
import { menuCommands, type MenuCommand } from '../../../shared/contract/events'
import type { Command } from './command'
import { generalCommands } from './generalCommands'
import { moveCommands } from './moveCommands'
import { sessionCommands } from './sessionCommands'
import type { AppState } from './stores'
import { viewCommands } from './viewCommands'

export const commands: readonly Command[] = [
  ...generalCommands,
  ...moveCommands,
  ...sessionCommands,
  ...viewCommands,
]

/** Commands that the native menu sends and the table lacks. A test holds it empty. */
export function missingMenuCommands(): readonly MenuCommand[] {
  return menuCommands.filter((id) => findCommand(id) === undefined)
}

/** True for what this host can carry out. Before it has said what it can, it is taken to do what every host does. */
export function isOffered({ needs }: Command, { info }: Pick<AppState, 'info'>): boolean {
  return needs === null || info?.[needs] === true
}

/** The commands that this host can carry out: nothing is offered that could only be refused. */
export function offeredCommands(app: Pick<AppState, 'info'>): readonly Command[] {
  return commands.filter((command) => isOffered(command, app))
}

/** The command of that id. */
export function findCommand(id: string): Command | undefined {
  return commands.find((known) => known.id === id)
}
