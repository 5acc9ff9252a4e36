/** Thread events: what changes for a thread as a whole: its settings, its goal, its name, and which turns count. */
import { z } from 'zod'
import { count, text } from './scalars'
import { ThreadSettingsSchema } from './turnContext'

/** Settings of the thread changed, or a client took it up. Since 0.144. */
export const ThreadSettingsAppliedSchema = z.looseObject({
  type: z.literal('thread_settings_applied'),
  thread_id: text,
  thread_settings: ThreadSettingsSchema,
})
export type ThreadSettingsApplied = z.infer<typeof ThreadSettingsAppliedSchema>

/** The last turns count no more. Seen from 0.137 on; not produced any more. */
export const ThreadRolledBackSchema = z.looseObject({
  type: z.literal('thread_rolled_back'),
  num_turns: z.number(),
})
export type ThreadRolledBack = z.infer<typeof ThreadRolledBackSchema>

/** The goal of a thread; members are in camelCase. Since about 0.137. */
export const ThreadGoalUpdatedSchema = z.looseObject({
  type: z.literal('thread_goal_updated'),
  threadId: text,
  turnId: text,
  goal: z
    .looseObject({
      threadId: text,
      objective: text,
      status: text,
      tokenBudget: count,
      tokensUsed: count,
      timeUsedSeconds: count,
      createdAt: count,
      updatedAt: count,
    })
    .nullish(),
})
export type ThreadGoalUpdated = z.infer<typeof ThreadGoalUpdatedSchema>

/** A person named the thread. About February to May 2026 only. */
export const ThreadNameUpdatedSchema = z.looseObject({
  type: z.literal('thread_name_updated'),
  thread_id: text,
  thread_name: text,
})
export type ThreadNameUpdated = z.infer<typeof ThreadNameUpdatedSchema>
