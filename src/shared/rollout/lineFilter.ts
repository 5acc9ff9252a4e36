/**
 * Line filter: which lines of one rollout somebody wants to see, by what they are about and by what they say.
 *
 * The pattern of a text is made here for both sides, so that what a worker finds and what the window highlights are
 * the same.
 */
import { z } from 'zod'
import type { LineRow } from './lineRow'
import { lineGroups } from './strip'

/** Longest text that can be looked for, in UTF-16 units. It bounds what is kept between the pieces of a long line. */
export const longestFilterText = 1_000

/** Equal parts of a file by which a filter tells where its matches are: as many as the strip has cells. */
export const matchCellCount = 1024

/** Most lines that are named as misplaced; the check of a file names no more. */
export const mostMisplaced = 1_000

/**
 * Lines that Codex does not read as they stand: as the line itself and the format of its file tell, and those that the check
 * of the whole file found to be misplaced.
 */
const CodexLossSchema = z.strictObject({
  format: z.enum(['legacy', 'paginated']),
  misplaced: z.array(z.int().min(1)).max(mostMisplaced),
})
export type CodexLoss = z.infer<typeof CodexLossSchema>

/**
 * All that is given must hold; null asks for nothing. `kinds` are the groups that letters in rows show, `types` the
 * names that rows show (`event_msg/token_count`; empty for a line without a type).
 */
export const LineFilterSchema = z.strictObject({
  kinds: z.array(z.enum(lineGroups)).min(1).max(lineGroups.length).nullable().default(null),
  types: z.array(z.string().max(1_000)).min(1).max(200).nullable().default(null),
  text: z.string().min(1).max(longestFilterText).nullable().default(null),
  caseSensitive: z.boolean().default(false),
  lostByCodex: CodexLossSchema.nullable().default(null),
})
export type LineFilter = z.infer<typeof LineFilterSchema>

/** The type of a line with its subtype, as one name; empty where a line has none. */
export function typeNameOf({ type, subtype }: Pick<LineRow, 'type' | 'subtype'>): string {
  return [type, subtype].filter((name) => name !== null).join('/')
}

/** White space stands for at most this much of it. */
const longestGap = 64
/** White space in a text also finds the step from one string of a list to the next, as rows join such lists by spaces. */
const gap = `(?:\\s{1,${String(longestGap)}}|",\\s{0,${String(longestGap - 3)}}")`

/**
 * The pattern of a text: its words as they stand, and between them any white space. Without regard to case it compares as
 * the `i` flag of JavaScript does, unit by unit; a letter of ASCII is never taken for another letter.
 */
export function textPattern(text: string, caseSensitive: boolean, flags = ''): RegExp {
  const source = text.split(/\s+/).map(literal).join(gap)
  return new RegExp(source, `${flags}${caseSensitive ? '' : 'i'}`)
}

/** The longest match that the pattern of a text can have, in UTF-16 units. */
export function longestMatch(text: string): number {
  const gaps = text.split(/\s+/).length - 1
  return text.length + gaps * longestGap
}

function literal(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}
