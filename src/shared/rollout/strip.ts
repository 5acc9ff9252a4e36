import { z } from 'zod'
import { severities } from '../validation/severity'
import { recordKinds } from './recordKind'

/** What a line counts as: a kind of record, or what is no readable record. Every line is in exactly one group. */
export const lineGroups = [...recordKinds, 'damage', 'blank'] as const
export type LineGroup = (typeof lineGroups)[number]

/** What fills most of one cell of the strip: a group of lines, or what nobody has read yet. */
export const stripKinds = [...lineGroups, 'unread'] as const
export type StripKind = (typeof stripKinds)[number]

/**
 * The strip: a whole file as one row of equal byte ranges. `kinds[i]` indexes `stripKinds` and tells what fills
 * most of cell i; `marks[i]` is 0 or 1 + the index in `severities` of the worst finding in it.
 */
export const StripSchema = z.strictObject({
  totalBytes: z.int().min(0),
  kinds: z.array(z.int().min(0).max(stripKinds.length)),
  marks: z.array(z.int().min(0).max(severities.length)),
})
export type Strip = z.infer<typeof StripSchema>
