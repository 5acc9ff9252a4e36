import { z } from 'zod'
import { lineGroups } from './strip'

/**
 * Census: how many lines of a whole file each group and each type has. Groups sum to the number of lines. Types come with
 * the most frequent first; `otherTypes` counts the lines of types beyond those that are listed.
 */
export const CensusSchema = z.strictObject({
  groups: z.record(z.enum(lineGroups), z.int().min(0)),
  types: z.array(z.strictObject({ name: z.string(), count: z.int().min(1) })),
  otherTypes: z.int().min(0),
})
export type Census = z.infer<typeof CensusSchema>
