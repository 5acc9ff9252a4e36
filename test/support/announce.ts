/**
 * Announce: one plain line before a run for each thing that the run cannot check on this machine. What the tests of
 * several files need and takes long to make is made here, once.
 */
import { produceForRun, whyNotProduced } from './producedRollouts'
import { sharedFolder } from './shared'

/** Runs once before all unit tests (vitest `globalSetup`). The tests it speaks of are counted as skipped. */
export function setup(): void {
  const missing = whyNotProduced()
  if (missing !== null) process.stdout.write(`${missing}\n`)
  produceForRun()
  if (sharedFolder() !== null) return
  process.stdout.write(
    'Shared test material not found (ROLLSCOPE_SHARED, or ../shared): the tests that need it are skipped.\n',
  )
}
