import { z } from 'zod'
import { SessionQuerySchema } from '../session/query'
import { mostFilterText } from './exportFormat'
import { LeftOutSchema } from './exportPlan'

/** A query as an export takes it: all of its pages, in its order. */
export const ExportQuerySchema = SessionQuerySchema.omit({ limit: true, cursor: true })
export type ExportQuery = z.infer<typeof ExportQuerySchema>

/** How files came to be chosen: by marks, by the filter of the window, as the session on show, or as arguments. */
export const chosenBy = ['marks', 'filter', 'open-session', 'arguments'] as const
export type ChosenBy = (typeof chosenBy)[number]

/**
 * What to export: the rows that a query finds, all of them or the first `limit` in its order, or the files that somebody
 * chose. Of chosen files the one who chose them says by what words (`filterText`), out of how many rows (`listed`), and
 * what was chosen and could not be opened (`leftOut`); all is recorded as it was told.
 */
export const ExportSelectionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('query'),
    rootId: z.string().min(1).max(64),
    query: ExportQuerySchema,
    limit: z.int().min(1).nullable().default(null),
  }),
  z.strictObject({
    kind: z.literal('files'),
    fileIds: z.array(z.string().min(1).max(64)).max(200_000),
    chosenBy: z.enum(chosenBy),
    filterText: z.string().max(mostFilterText).nullable().default(null),
    listed: z.int().min(0).nullable().default(null),
    leftOut: z.array(LeftOutSchema).max(16).default([]),
  }),
])
export type ExportSelection = z.infer<typeof ExportSelectionSchema>
