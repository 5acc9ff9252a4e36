import { z } from 'zod'

/** The grammars whose lines have schemas. */
export const lineGrammars = ['envelope', 'bare', 'tutorial', 'exec-stream', 'session-json'] as const
export type LineGrammar = (typeof lineGrammars)[number]

/** A place in a line, as a JSON pointer (RFC 6901, at most 200 characters), and what is not as specified there. */
export const RejectionSchema = z.strictObject({ pointer: z.string(), message: z.string() })
export type Rejection = z.infer<typeof RejectionSchema>

/** A tag that no schema knows, at most 200 characters of it, and where it stands. */
export const UnknownTypeSchema = z.strictObject({ pointer: z.string(), type: z.string() })
export type UnknownType = z.infer<typeof UnknownTypeSchema>

/**
 * How a line compares with the schemas. `label` names its type, such as `event_msg/item_completed/FileChange`, null where
 * it has none; `isKnown` says whether every part of that name has a schema. Each list holds at most 50 entries, in the
 * order of the line; `omitted` counts the rest of all three.
 */
export const ShapeReportSchema = z.strictObject({
  grammar: z.enum(lineGrammars).nullable(),
  label: z.string().nullable(),
  isKnown: z.boolean(),
  rejections: z.array(RejectionSchema),
  unknownTypes: z.array(UnknownTypeSchema),
  unknownKeys: z.array(z.string()),
  omitted: z.int().min(0),
})
export type ShapeReport = z.infer<typeof ShapeReportSchema>
