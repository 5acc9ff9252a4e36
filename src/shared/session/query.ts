import { z } from 'zod'

export const sortKeys = ['created', 'updated', 'size'] as const
export type SortKey = (typeof sortKeys)[number]
export const archivedModes = ['include', 'only', 'exclude'] as const

/**
 * What to list. `since` and `until` are ISO 8601 and compare with `createdAt`; `query` is a case-insensitive
 * substring of name, preview, cwd, id and path. `limit` counts rows, at most 1,000.
 */
export const SessionQuerySchema = z.strictObject({
  limit: z.int().min(1).max(1000).default(50),
  cursor: z.string().max(4096).nullable().default(null),
  sort: z.enum(sortKeys).default('created'),
  ascending: z.boolean().default(false),
  archived: z.enum(archivedModes).default('exclude'),
  source: z.string().nullable().default(null),
  cwd: z.string().nullable().default(null),
  provider: z.string().nullable().default(null),
  since: z.string().nullable().default(null),
  until: z.string().nullable().default(null),
  query: z.string().nullable().default(null),
})
export type SessionQuery = z.infer<typeof SessionQuerySchema>
export type SessionQueryInput = z.input<typeof SessionQuerySchema>
