/** Draft name: what a folder is called while an export is built, and the removal of one whose builder died. */
import { randomBytes } from 'node:crypto'
import { basename } from 'node:path'
import { ok, type Result } from '../../shared/result'
import type { Task } from '../jobs/task'
import { nodeExportDisk } from './exportDisk'
import { attemptWrite } from './writing'

const pattern = /^\..*\.rollscope-[0-9a-f]{16}\.partial$/s

/** Returns a name that nothing else has. */
export function draftNameFor(name: string): string {
  return `.${name}.rollscope-${randomBytes(8).toString('hex')}.partial`
}

/** True for what a draft is called, whoever builds it or has died over it. */
export function isDraftName(name: string): boolean {
  return pattern.test(name)
}

/** Removes a draft that this process began, when the worker that wrote it is gone. */
export const removeDraftTask: Task<{ readonly path: string }, null> = {
  name: 'exporter.removeDraft',
  run: ({ path }): Result<null> => {
    if (!isDraftName(basename(path))) throw new Error('only drafts are removed')
    const removed = attemptWrite(path, () => {
      nodeExportDisk.removeDraft(path)
    })
    return removed.ok ? ok(null) : removed
  },
}
