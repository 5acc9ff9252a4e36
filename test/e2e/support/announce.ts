/** Announce: one line before a run for each host that this machine cannot run. Its scenarios count as skipped. */
import { findRuntime } from './runtimes'

async function announce(): Promise<void> {
  for (const host of ['web', 'electron'] as const) {
    const runtime = await findRuntime(host)
    if ('missing' in runtime) process.stdout.write(`${runtime.missing}.\n`)
  }
}

export default announce
