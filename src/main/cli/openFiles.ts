/** Open files: turns arguments into files that may be read, through the same door as every other client. */
import { err, ok, type Result } from '../../shared/result'
import type { Explorer, OpenedEntry } from '../../core/explorer'

/** Grants one file. A folder, a missing file and anything else that is not one rollout is a failure that says so. */
export async function openOneFile(explorer: Explorer, argument: string): Promise<Result<OpenedEntry>> {
  const { opened, entries } = await explorer.openPaths([argument])
  const [entry] = entries
  if (entry?.displayPath === argument) return ok(entry)
  const [problem] = opened.problems
  if (entry === undefined && problem !== undefined) {
    return err({ code: 'io', message: problem.message, file: argument })
  }
  return err({
    code: 'not-a-file',
    message: `${argument} is a folder, and this command reads one file.`,
    hint: 'Name a rollout file in it; "rollscope list" shows them.',
  })
}
