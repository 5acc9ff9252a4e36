/** Scalars: the small parts that records are made of. Absent and null mean the same to Codex, so they do here. */
import { z } from 'zod'

/** A text that may be absent. Also for value unions that grow: status, phase, reason, source. */
export const text = z.string().nullish()
/** A number that may be absent. Whether Codex wanted an integer cannot be told from a parsed `26.0`. */
export const count = z.number().nullish()
/** A flag that may be absent. */
export const flag = z.boolean().nullish()
/** A list of texts that may be absent. */
export const texts = z.array(z.string()).nullish()
/** Whatever JSON: content that a tool, a server or a newer Codex decides about. */
export const anything = z.unknown()

/** A span of time as Rust writes it, in the ends of calls since 2026. */
export const DurationSchema = z.looseObject({ secs: z.number(), nanos: z.number() })
export type Duration = z.infer<typeof DurationSchema>
