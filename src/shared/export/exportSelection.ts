import { z } from 'zod'
import { SessionQuerySchema } from '../session/query'

/** A query as an export takes it: all of its pages, in its order. */
export const ExportQuerySchema = SessionQuerySchema.omit({ limit: true, cursor: true })
export type ExportQuery = z.infer<typeof ExportQuerySchema>

/** How files came to be chosen: by marks, by the filter of the window, as the session on show, or as arguments. */
export const chosenBy = ['marks', 'filter', 'open-session', 'arguments'] as const
export type ChosenBy = (typeof chosenBy)[number]

/**
 * What to export: every row that a query finds, or the files that somebody chose. Of chosen files the one who chose
 * them says by what words (`filterText`) and out of how many rows (`listed`); both are recorded as they were told.
 */
export const ExportSelectionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('query'),
    rootId: z.string().min(1).max(64),
    query: ExportQuerySchema,
  }),
  z.strictObject({
    kind: z.literal('files'),
    fileIds: z.array(z.string().min(1).max(64)).max(200_000),
    chosenBy: z.enum(chosenBy),
    filterText: z.string().max(2000).nullable().default(null),
    listed: z.int().min(0).nullable().default(null),
  }),
])
export type ExportSelection = z.infer<typeof ExportSelectionSchema>
