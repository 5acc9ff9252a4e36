import { z } from 'zod'
import { severities } from './severity'

/**
 * What real Codex 0.169 was measured to do with such a defect; `outcome` is the effect on the session or the line:
 * `misreads` means that it takes the line for something else than it says, or does not show it where it belongs.
 */
export const CodexVerdictSchema = z.strictObject({
  outcome: z.enum(['reads', 'skips', 'misreads', 'refuses']),
  note: z.string(),
})
export type CodexVerdict = z.infer<typeof CodexVerdictSchema>

/**
 * One noticed fact about a rollout. `lineNumber` is 1-based and null for facts about the whole file;
 * `byteOffset` is 0-based into the content (the decompressed bytes of a `.jsonl.zst`).
 * `codex` is null where nobody has measured what Codex does.
 */
export const FindingSchema = z.strictObject({
  rule: z.string(),
  severity: z.enum(severities),
  lineNumber: z.int().min(1).nullable(),
  byteOffset: z.int().min(0),
  byteLength: z.int().min(0),
  message: z.string(),
  codex: CodexVerdictSchema.nullable(),
})
export type Finding = z.infer<typeof FindingSchema>

/** A finding while the file is still read: what Codex does with it is said at the end. */
export const KnownFindingSchema = FindingSchema.omit({ codex: true })
export type KnownFinding = z.infer<typeof KnownFindingSchema>

/** True for a finding that stands at a place; one about the file as a whole stands nowhere in it. */
export function hasPlace({ lineNumber, byteOffset }: Pick<Finding, 'lineNumber' | 'byteOffset'>): boolean {
  return lineNumber !== null || byteOffset > 0
}
