/**
 * Limits: what a check keeps is bounded, whatever the file; where a bound was met and something may have been missed for it,
 * the report says so. A clean verdict must not stand where something was silently not looked at.
 */

/** Every bound that a file can meet, in the words of a report. */
const words = {
  lines: 'repeated lines: not every line could be remembered (750,000 at most)',
  ids: 'repeated ids of calls and turns: not every id could be remembered (2,000,000 at most)',
  calls: 'calls and outputs whose counterpart comes late: at most 2,000 of each are waited for at a time',
  turns: 'turns that end late: at most 100 are followed at a time',
  messages: 'messages whose counterpart comes late: at most 32 are waited for at a time',
  turnTimes: 'times of turns that end late: the starts of at most 64 are remembered',
  writers: 'whether lines of two writers alternate: at most 16 turns are followed at a time',
  ordinals: 'ordinals that come late: at most 1,000 gaps are kept open',
  ancestors: 'which sessions records were copied from: at most 1,000 are remembered',
  characters: 'control, directional and invisible characters of a line behind its first 100,000 of any kind',
  numbers: 'numbers of a line behind its first 10,000 that are written oddly',
  eyeTurns: 'which turns Codex shows: not every turn could be remembered (2,000,000 at most)',
  eyeItems: 'which items Codex shows: at most 1,000 of a turn wait for its start, and those of 1,000 turns',
} as const

/** A bound, by its name. */
export type Limit = keyof typeof words

/** The bounds that one file has met. */
export class Limits {
  readonly #met = new Set<Limit>()

  /** Takes note that something may have been missed. Costs nothing to speak of when it is said for every line. */
  meet(limit: Limit): void {
    this.#met.add(limit)
  }

  /** Says what may have been missed, in one order for all files. */
  texts(): readonly string[] {
    return (Object.keys(words) as Limit[])
      .filter((limit) => this.#met.has(limit))
      .map((limit) => words[limit])
  }
}
