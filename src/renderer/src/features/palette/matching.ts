import type { SessionSummary } from '../../../../shared/session/session'
import type { Command } from '../../state/command'

const mostSessions = 12

/** Commands whose title holds all words of the text. */
export function matchingCommands(commands: readonly Command[], text: string): readonly Command[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return commands.filter((command) => {
    const title = command.title.toLowerCase()
    return command.inPalette && words.every((word) => title.includes(word))
  })
}

/** The first sessions that match; none before somebody has typed, because the list itself shows those. */
export function matchingSessions(
  find: (query: string, most: number) => readonly SessionSummary[],
  text: string,
): readonly SessionSummary[] {
  return text.trim().length < 2 ? [] : find(text, mostSessions)
}
