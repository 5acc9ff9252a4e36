/** Command outcome: what is stored of a command that ran, alike in the event of a legacy file and the item of a paginated one. */
import { z } from 'zod'
import { ParsedCommandSchema } from './content'
import { count, DurationSchema, text } from './scalars'

/** Members of both. 0.150 stored the output three times, later builds only in `aggregated_output`. */
export const commandOutcome = {
  process_id: text,
  cwd: text,
  parsed_cmd: z.array(ParsedCommandSchema).nullish(),
  source: text,
  interaction_input: text,
  status: text,
  stdout: text,
  stderr: text,
  aggregated_output: text,
  formatted_output: text,
  exit_code: count,
  duration: DurationSchema.nullish(),
} as const
