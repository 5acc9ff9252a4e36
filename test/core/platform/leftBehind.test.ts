import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { processFolderName, removeLeftBehind } from '../../../src/core/platform/leftBehind'
import { tempHome } from '../support/tempHome'

const nowMs = Date.parse('2026-11-20T08:00:00Z')
const hourMs = 3_600_000

/** A process that has ended. */
const endedPid = spawnSync(process.execPath, ['-e', '']).pid

function addFolder(folder: string, name: string, ageHours: number): void {
  mkdirSync(join(folder, name))
  writeFileSync(join(folder, name, 'state'), 'a copy')
  const time = (nowMs - ageHours * hourMs) / 1000
  utimesSync(join(folder, name), time, time)
}

describe('what a killed process left behind', () => {
  // SPEC home/copy
  it('is removed a day later, and nothing of a process that lives is', () => {
    const folder = tempHome()
    const mine = processFolderName()
    addFolder(folder, mine, 50)
    addFolder(folder, `${String(endedPid)}-aa`, 25)
    addFolder(folder, `${String(endedPid)}-bb`, 23)
    addFolder(folder, 'nameless', 25)
    removeLeftBehind(folder, nowMs)
    expect(readdirSync(folder).sort()).toEqual([mine, `${String(endedPid)}-bb`].sort())
  })

  it('may not be there at all', () => {
    expect(() => {
      removeLeftBehind(join(tempHome(), 'none'), nowMs)
    }).not.toThrow()
  })
})
