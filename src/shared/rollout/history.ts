/** History: what Codex loads of a session, as clients see it (ROLLOUT-FORMAT section 6). */
import { z } from 'zod'
import { severities } from '../validation/severity'

/**
 * Something noticed while a history was read. `code` is `history/…` for a line or the session, and the rule's id for what
 * is wrong with a base. `lineNumber` and `byteOffset` are null for what is true of a whole file.
 */
export const HistoryProblemSchema = z.strictObject({
  code: z.string(),
  severity: z.enum(severities),
  file: z.string(),
  lineNumber: z.int().min(1).nullable(),
  byteOffset: z.int().min(0).nullable(),
  message: z.string(),
})
export type HistoryProblem = z.infer<typeof HistoryProblemSchema>

/**
 * A record of a history: where it stands, its types, and its JSON text. `codex` says under which name Codex keeps it. A
 * bare line of 2025 has its one type as `subtype`.
 */
export const HistoryEntrySchema = z.strictObject({
  file: z.string(),
  lineNumber: z.int().min(1),
  type: z.string().nullable(),
  subtype: z.string().nullable(),
  text: z.string(),
  codex: z.enum(['as-written', 'other']),
})
export type HistoryEntry = z.infer<typeof HistoryEntrySchema>

/** A place between two lines of a history: which of its files, and where in it. */
export const HistoryPlaceSchema = z.strictObject({
  part: z.int().min(0),
  lineNumber: z.int().min(1),
  byteOffset: z.int().min(0),
})
export type HistoryPlace = z.infer<typeof HistoryPlaceSchema>

/** A part of a history. `new` is what there is for a file that is not there. `next` is null at the end. */
export const HistoryPageSchema = z.strictObject({
  kind: z.enum(['resumed', 'new']),
  conversationId: z.string().nullable(),
  files: z.array(z.string()),
  items: z.array(HistoryEntrySchema),
  problems: z.array(HistoryProblemSchema),
  next: HistoryPlaceSchema.nullable(),
})
export type HistoryPage = z.infer<typeof HistoryPageSchema>

/** What there is to load where there is no file. */
export const newHistory: HistoryPage = {
  kind: 'new',
  conversationId: null,
  files: [],
  items: [],
  problems: [],
  next: null,
}
