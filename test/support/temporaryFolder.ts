/** Temporary folder: a place for one test's files, gone when the test has ended. */
import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'

/** Creates a folder and removes it after the test that asked for it. Returns its real path. */
export async function temporaryFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'rollscope-test-')))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}
