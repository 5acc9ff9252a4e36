/** Usage: tokens and rate limits, in the three shapes that rate limits have had. */
import { z } from 'zod'
import { anything, count, flag, text } from './scalars'

/** Tokens of one answer, a turn or a thread: five numbers that no version leaves out. `cache_write_input_tokens` since 0.144.5. */
export const TokenUsageSchema = z.looseObject({
  input_tokens: z.number(),
  cached_input_tokens: z.number(),
  cache_write_input_tokens: count,
  output_tokens: z.number(),
  reasoning_output_tokens: z.number(),
  total_tokens: z.number(),
})
export type TokenUsage = z.infer<typeof TokenUsageSchema>

/** Totals that a `token_count` tells, always with the last answer. `last_usage_includes_reasoning` in 0.169. */
export const TokenUsageInfoSchema = z.looseObject({
  total_token_usage: TokenUsageSchema,
  last_token_usage: TokenUsageSchema,
  last_usage_includes_reasoning: flag,
  model_context_window: count,
})
export type TokenUsageInfo = z.infer<typeof TokenUsageInfoSchema>

/** One window of a rate limit: `resets_in_seconds` in 0.41 and 0.42, `resets_at` (epoch seconds) from 0.57. */
export const RateLimitWindowSchema = z.looseObject({
  used_percent: count,
  window_minutes: count,
  resets_in_seconds: count,
  resets_at: count,
})
export type RateLimitWindow = z.infer<typeof RateLimitWindowSchema>

/**
 * Rate limits. 0.40 wrote flat members, 0.41 and later `primary` and `secondary`; plan and credits came with 0.77, ids
 * with 0.104. Absent before 0.40.
 */
export const RateLimitsSchema = z.looseObject({
  primary_used_percent: count,
  secondary_used_percent: count,
  primary_to_secondary_ratio_percent: count,
  primary_window_minutes: count,
  secondary_window_minutes: count,
  primary: RateLimitWindowSchema.nullish(),
  secondary: RateLimitWindowSchema.nullish(),
  limit_id: text,
  limit_name: text,
  credits: z.looseObject({ has_credits: flag, unlimited: flag, balance: anything.optional() }).nullish(),
  individual_limit: anything.optional(),
  spend_control_reached: anything.optional(),
  plan_type: text,
  rate_limit_reached_type: anything.optional(),
})
export type RateLimits = z.infer<typeof RateLimitsSchema>

/** Usage of one model response, with a `response_id` that tells doubles apart. Top-level record since 0.169. */
export const TokenUsageRecordSchema = z.looseObject({
  thread_id: text,
  turn_id: text,
  session_id: text,
  root_turn_id: text,
  response_id: text,
  usage: TokenUsageSchema.nullish(),
  turn_token_usage: TokenUsageSchema.nullish(),
  thread_token_usage: TokenUsageSchema.nullish(),
})
export type TokenUsageRecord = z.infer<typeof TokenUsageRecordSchema>
