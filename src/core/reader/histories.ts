/** Histories: what clients load of sessions, in the host's thread. A plan is held while its pages are asked for. */
import type { Request, Response } from '../../shared/contract/contract'
import { ok, type Result } from '../../shared/result'
import { newHistory } from '../../shared/rollout/history'
import type { CancelFlag, TaskRunner } from '../jobs/task'
import type { Grants } from '../source/grants'
import { historyPlanTask } from './history'
import { historyPageTask, historyStart } from './historyPages'
import type { HistoryPlan } from './historyTypes'

/** What histories are read with. */
export interface HistoriesOptions {
  readonly runner: TaskRunner
  readonly grants: Grants
  readonly cacheFolder: string
}

export class Histories {
  readonly #options: HistoriesOptions
  readonly #plans = new Map<string, HistoryPlan>()

  constructor(options: HistoriesOptions) {
    this.#options = options
  }

  /** Forgets what is held for a file. */
  close(fileId: string): void {
    this.#plans.delete(fileId)
  }

  /** Reads a page. The first one says what there is and what was noticed before any record was read. */
  async read(
    { fileId, from }: Request<'rollout:history'>,
    cancel: CancelFlag,
  ): Promise<Result<Response<'rollout:history'>>> {
    const planned = await this.#plan(fileId, from === null, cancel)
    if (!planned.ok) return planned
    const plan = planned.value
    if (plan.kind === 'new') return ok(newHistory)
    const page = await this.#options.runner.run(
      historyPageTask,
      { parts: plan.parts, from: from ?? historyStart },
      { lane: 'bulk', cancel },
    )
    if (!page.ok) return page
    const { items, problems, next } = page.value
    if (next === null) this.close(fileId)
    return ok({
      kind: 'resumed',
      conversationId: plan.conversationId,
      files: plan.parts.map(({ name }) => name),
      items: [...items],
      problems: [...(from === null ? plan.problems : []), ...problems],
      next,
    })
  }

  async #plan(fileId: string, isFresh: boolean, cancel: CancelFlag): Promise<Result<HistoryPlan>> {
    const held = isFresh ? undefined : this.#plans.get(fileId)
    if (held !== undefined) return ok(held)
    const granted = this.#options.grants.get(fileId)
    if (!granted.ok) return granted
    const { path, label, expected, origin } = granted.value
    const planned = await this.#options.runner.run(
      historyPlanTask,
      {
        reference: { path, label, expected },
        cacheFolder: this.#options.cacheFolder,
        looksAround: origin === 'file',
      },
      { lane: 'bulk', cancel },
    )
    if (planned.ok) this.#plans.set(fileId, planned.value)
    return planned
  }
}
