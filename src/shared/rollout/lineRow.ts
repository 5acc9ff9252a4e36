import { z } from 'zod'
import { EyeReadingSchema } from '../validation/codexReport'
import { spanKinds } from '../validation/spanKind'
import { recordKinds } from './recordKind'

/**
 * One physical line as rows show it. `byteLength` includes the line feed. `ordinal` is a string (its JSON text)
 * where a number cannot hold it exactly. `text` shows bytes that are not UTF-8 as `\xNN`; `textTruncated` says
 * that more follows. `complete` is false where the line was judged by its first bytes only, because a client
 * asked for an answer that does not wait for a long line. `eye` is what Codex makes of the line by itself, where that was
 * asked for; null for a blank one.
 */
export const LineRowSchema = z.strictObject({
  lineNumber: z.int().min(1),
  byteOffset: z.int().min(0),
  byteLength: z.int().min(0),
  status: z.enum(spanKinds),
  complete: z.boolean(),
  timestamp: z.string().nullable(),
  type: z.string().nullable(),
  subtype: z.string().nullable(),
  ordinal: z.union([z.number(), z.string()]).nullable(),
  kind: z.enum(recordKinds),
  text: z.string(),
  textTruncated: z.boolean(),
  eye: EyeReadingSchema.nullable().optional(),
})
export type LineRow = z.infer<typeof LineRowSchema>

/** A run of bytes inside one line and what the scanner says of it. */
export const LineSpanSchema = z.strictObject({
  kind: z.enum(spanKinds),
  byteOffset: z.int().min(0),
  byteLength: z.int().min(0),
})
export type LineSpan = z.infer<typeof LineSpanSchema>
