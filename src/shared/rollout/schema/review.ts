/** Review: what was to be reviewed and what came of it. Stored since 0.98; seen in the field in 0.104. */
import { z } from 'zod'
import { count, text } from './scalars'
import { tagged } from './tagged'

/** What a review looks at. */
export const ReviewTargetSchema = tagged('type', [
  z.looseObject({ type: z.literal('custom'), instructions: text }),
  z.looseObject({ type: z.literal('uncommittedChanges') }),
  z.looseObject({ type: z.literal('baseBranch'), branch: text }),
  z.looseObject({ type: z.literal('commit'), sha: text, title: text }),
])
export type ReviewTarget = z.infer<typeof ReviewTargetSchema>

/** One thing that a review found. */
export const ReviewFindingSchema = z.looseObject({
  title: text,
  body: text,
  confidence_score: count,
  priority: count,
  code_location: z
    .looseObject({
      absolute_file_path: text,
      line_range: z.looseObject({ start: count, end: count }).nullish(),
    })
    .nullish(),
})
export type ReviewFinding = z.infer<typeof ReviewFindingSchema>

/** What a review came to. Null where it was interrupted. */
export const ReviewOutputSchema = z.looseObject({
  findings: z.array(ReviewFindingSchema).nullish(),
  overall_correctness: text,
  overall_explanation: text,
  overall_confidence_score: count,
})
export type ReviewOutput = z.infer<typeof ReviewOutputSchema>
