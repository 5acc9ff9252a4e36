import { z } from 'zod'
import { eraIds } from '../rollout/eras'
import { rolloutForms } from '../rollout/formats'

/** What sessions can be sorted by: when they were created, when they last changed, and their size. */
export const sortKeys = ['created', 'updated', 'size'] as const
export type SortKey = (typeof sortKeys)[number]

/** Whether archived sessions are listed with the others, alone, or not at all. */
export const archivedModes = ['include', 'only', 'exclude'] as const

/** A time that can be compared: a typing mistake must not look like a list without rows. */
const time = z.string().refine((text) => !Number.isNaN(Date.parse(text)), 'not a time in ISO 8601')

/**
 * What to list. Filters are exact and all of them must hold; `name` and `query` are case-insensitive substrings, of the
 * name alone and of name, preview, cwd, id and path. `since` and `until` are ISO 8601 and compare with `createdAt`.
 * `damaged` asks for rows with a problem of severity error, as far as their beginning and end tell. `limit` counts rows,
 * at most 1,000.
 */
export const SessionQuerySchema = z.strictObject({
  limit: z.int().min(1).max(1000).default(50),
  cursor: z.string().max(32_768).nullable().default(null),
  sort: z.enum(sortKeys).default('created'),
  ascending: z.boolean().default(false),
  archived: z.enum(archivedModes).default('exclude'),
  source: z.string().nullable().default(null),
  cwd: z.string().nullable().default(null),
  provider: z.string().nullable().default(null),
  originator: z.string().nullable().default(null),
  model: z.string().nullable().default(null),
  version: z.string().nullable().default(null),
  era: z.enum(eraIds).nullable().default(null),
  form: z.enum(rolloutForms).nullable().default(null),
  damaged: z.boolean().nullable().default(null),
  name: z.string().nullable().default(null),
  since: time.nullable().default(null),
  until: time.nullable().default(null),
  query: z.string().nullable().default(null),
})
export type SessionQuery = z.infer<typeof SessionQuerySchema>
export type SessionQueryInput = z.input<typeof SessionQuerySchema>
