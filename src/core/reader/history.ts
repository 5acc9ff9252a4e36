/**
 * History: what Codex loads when it resumes a session (ROLLOUT-FORMAT section 6): the records of its bases, then its own,
 * without what Codex cannot decode, and a problem for everything that was left out.
 *
 * `historyPages.ts` hands it out a page at a time, in bounded memory; `getRolloutHistory` collects all of it.
 */
import { ok, type Result } from '../../shared/result'
import type { HistoryProblem } from '../../shared/rollout/history'
import type { Task } from '../jobs/task'
import type { ChainTools } from '../lineage/baseChain'
import { createChainTools, type LookOptions } from '../lineage/chainTools'
import type { Content, FileReference } from '../source/content'
import { planHistory } from './historyPlan'
import { historyStart, visitHistory, type WorkContext } from './historyPages'
import type { HistoryItem, HistoryPlan, HistoryVisitor } from './historyTypes'

/** What loading a session gives: all of it, or that it is new because there is no file. */
export type RolloutHistory =
  | { readonly kind: 'new' }
  | {
      readonly kind: 'resumed'
      readonly conversationId: string
      readonly rolloutPath: string
      readonly items: readonly HistoryItem[]
      readonly problems: readonly HistoryProblem[]
    }

/** How a history is read. */
export interface HistoryOptions {
  /** Where compressed files are decompressed to. */
  readonly cacheFolder: string
}

/**
 * Loads the history of a rollout file as Codex does: the first session meta that decodes names the conversation, later
 * ones are items. A path without a file is `new`; a plain path whose file was compressed is read from that. Holds the
 * whole history: the page task does not.
 */
export async function getRolloutHistory(
  path: string,
  context: WorkContext,
  options: HistoryOptions,
): Promise<Result<RolloutHistory>> {
  const reference = { path, label: path, expected: null }
  const planned = await planOf(reference, { ...options, looksAround: true }, context)
  if (!planned.ok) return planned
  const plan = planned.value
  if (plan.kind === 'new') return ok(plan)
  const items: HistoryItem[] = []
  const problems: HistoryProblem[] = [...plan.problems]
  const visitor: HistoryVisitor = {
    onItem: (item) => items.push(item) > 0,
    onProblem: (problem) => problems.push(problem) > 0,
  }
  const read = visitHistory({ parts: plan.parts, from: historyStart, visitor }, context)
  if (!read.ok) return read
  return ok({ kind: 'resumed', conversationId: plan.conversationId, rolloutPath: path, items, problems })
}

/** Plans the history of a file. `looksAround` false is for copies, which lie nowhere near the files they belong to. */
export const historyPlanTask: Task<LookOptions & { readonly reference: FileReference }, HistoryPlan> = {
  name: 'reader.historyPlan',
  run: ({ reference, ...options }, context) => planOf(reference, options, context),
}

async function planOf(
  reference: FileReference,
  options: LookOptions,
  context: WorkContext,
): Promise<Result<HistoryPlan>> {
  const tools = createChainTools(reference.path, options, context)
  const prepared = await prepareEither(reference, tools)
  if (!prepared.ok) return prepared.error.code === 'not-found' ? ok({ kind: 'new' }) : prepared
  return planHistory(prepared.value, tools)
}

/** A plain file that is not there may have been compressed since its path was noted (ROLLOUT-FORMAT 1.5). */
async function prepareEither(reference: FileReference, tools: ChainTools): Promise<Result<Content>> {
  const prepared = await tools.prepare(reference)
  if (prepared.ok || prepared.error.code !== 'not-found' || !reference.path.endsWith('.jsonl'))
    return prepared
  const { path, label } = reference
  return tools.prepare({ path: `${path}.zst`, label: `${label}.zst`, expected: null })
}
