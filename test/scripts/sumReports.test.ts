import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { repositoryFolder } from '../support/shared'
import { temporaryFolder } from '../support/temporaryFolder'

const script = path.join(repositoryFolder(), 'scripts/sumReports.mjs')
const unit = {
  numPassedTests: 7,
  numFailedTests: 0,
  numPendingTests: 2,
  numTodoTests: 1,
  testResults: [{ status: 'passed', assertionResults: [] }],
}
const scenarios = { stats: { expected: 4, flaky: 1, unexpected: 0, skipped: 3 }, errors: [] }

async function sum(
  reports: readonly unknown[],
  exitStatus = '0',
  ...flags: string[]
): Promise<{ line: string; status: number }> {
  const folder = await temporaryFolder()
  const files = reports.map((_, index) => path.join(folder, `${String(index)}.json`))
  for (const [index, file] of files.entries()) {
    if (reports[index] !== null) await writeFile(file, JSON.stringify(reports[index]))
  }
  const runs = files.flatMap((file) => [file, exitStatus])
  const { stdout, status } = spawnSync(process.execPath, [script, ...flags, ...runs], { encoding: 'utf8' })
  return { line: stdout.trimEnd().split('\n').at(-1) ?? '', status: status ?? -1 }
}

describe('sumReports', () => {
  it('adds up unit tests and scenarios', async () => {
    expect(await sum([unit, scenarios])).toEqual({ line: '12 passed, 0 failed, 6 skipped', status: 0 })
  })

  it('counts a failed test, a file that did not load, an error outside of tests and a missing report', async () => {
    const broken = { ...unit, numFailedTests: 1, testResults: [{ status: 'failed', assertionResults: [] }] }
    expect((await sum([broken, scenarios])).line).toBe('12 passed, 2 failed, 6 skipped')
    expect((await sum([{ ...scenarios, errors: [{}] }])).status).toBe(1)
    expect(await sum([unit, null])).toEqual({ line: '7 passed, 1 failed, 3 skipped', status: 1 })
    expect(await sum([unit], '0', '--failed-steps', '2')).toMatchObject({ status: 1 })
  })

  it('counts a run that failed although no test did, once', async () => {
    expect((await sum([unit], '1')).line).toBe('7 passed, 1 failed, 3 skipped')
    expect((await sum([{ ...unit, numFailedTests: 2 }], '1')).line).toBe('7 passed, 2 failed, 3 skipped')
  })
})
