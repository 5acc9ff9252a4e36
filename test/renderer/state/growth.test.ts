/** A file that grows while it is on show: what is read at once, when it is checked again, and what stays as it is. */
import { describe, expect, it } from 'vitest'
import { citability } from '../../../src/renderer/src/state/copying'
import { createJobsStore } from '../../../src/renderer/src/state/jobsStore'
import { createViewerStore } from '../../../src/renderer/src/state/viewerStore'
import type { Response } from '../../../src/shared/contract/contract'
import { err, ok, type Result } from '../../../src/shared/result'
import { censusOf } from '../../support/census'
import { createFakeClient, deferred, headerOf, lineRow, reportOf } from '../support/fakeClient'
import { findingsOf } from '../support/findings'

type Check = Result<Response<'rollout:check'>>

/** A host whose file has so many lines of ten bytes. `take` is what the host has read of it. */
function growing(lines = 100) {
  let [onDisk, taken] = [lines, lines]
  let last = 'line/torn'
  const checks: string[] = []
  let slow: { readonly promise: Promise<Check>; readonly resolve: (value: Check) => void } | null = null
  const indexOf = (fileId: string) => {
    const bytes = taken * 10
    return { fileId, lineCount: taken, indexedBytes: bytes, totalBytes: bytes, complete: true }
  }
  const answer = (): Check => {
    const findings = [...findingsOf('e line/nul 7'), ...findingsOf(`e ${last} ${String(taken)}`)]
    const byRule = findings.map(({ rule }) => ({ rule, count: 1 }))
    const report = reportOf({ lineCount: taken, contentBytes: taken * 10, findings, byRule })
    return ok({ report, strip: { totalBytes: taken * 10, kinds: [0], marks: [0] }, census: censusOf() })
  }
  const client = createFakeClient({
    'rollout:open': ({ fileId }) => ok(headerOf(fileId)),
    'rollout:close': () => ok({}),
    'rollout:index': ({ fileId }) => {
      taken = onDisk
      return ok(indexOf(fileId))
    },
    'rollout:readLines': ({ fileId, from, limit }) =>
      ok({
        lines: Array.from({ length: limit }, (_, at) => lineRow(from + at)),
        nextLine: null,
        index: indexOf(fileId),
      }),
    'rollout:readLine': () => err({ code: 'io', message: 'not here' }),
    'rollout:check': () => {
      taken = onDisk
      checks.push(String(taken))
      return slow?.promise ?? answer()
    },
    'rollout:stat': () => ok({ state: onDisk > taken ? 'grown' : 'same', sizeBytes: onDisk * 10 }),
    'job:cancel': () => {
      slow?.resolve(err({ code: 'cancelled', message: '' }))
      return ok({ found: true })
    },
  })
  const store = createViewerStore({ client, jobs: createJobsStore(client), onFailure: () => undefined })
  return {
    store,
    client,
    checks,
    answer,
    grow: (by: number, rule = 'line/torn'): void => {
      onDisk += by
      last = rule
    },
    becomes: (rule: string): void => {
      last = rule
    },
    holdChecks: (): void => {
      slow = deferred<Check>()
    },
    releaseChecks: (): void => {
      slow?.resolve(answer())
      slow = null
    },
  }
}

describe('a file that grows', () => {
  // SPEC findings/growing
  it('is read on at once and checked again when it rests; selection and report stay', async () => {
    const { store, checks, grow } = growing()
    await store.getState().open('a', 'A')
    store.getState().stepFinding('damage', 1)
    const { check: before } = store.getState()
    grow(3)
    await store.getState().pollDisk()
    expect(store.getState()).toMatchObject({
      index: { lineCount: 103 },
      check: before,
      growth: { isChecked: false, lines: 3, bytes: 30 },
      selectedLine: 7,
      selectedFinding: 0,
      disk: null,
    })
    await store.getState().pollDisk()
    expect(checks).toEqual(['100'])
    await store.getState().pollDisk()
    expect(checks).toEqual(['100', '103'])
    expect(store.getState()).toMatchObject({
      check: { status: 'done', report: { lineCount: 103 } },
      growth: { isChecked: true, lines: 3, bytes: 30 },
      selectedLine: 7,
      selectedFinding: 0,
    })
    await store.getState().pollDisk()
    await store.getState().pollDisk()
    await store.getState().pollDisk()
    expect(checks).toEqual(['100', '103'])
  })

  it('is not checked while it grows on, and a check that it overtakes is given up', async () => {
    const { store, checks, grow, holdChecks, releaseChecks } = growing()
    await store.getState().open('a', 'A')
    for (let at = 0; at < 5; at += 1) {
      grow(1)
      await store.getState().pollDisk()
      await store.getState().pollDisk()
    }
    expect(checks).toEqual(['100'])
    holdChecks()
    const polled = store.getState().pollDisk()
    await new Promise((resolve) => setTimeout(resolve, 0))
    expect(store.getState().check).toMatchObject({ status: 'running', previous: { lineCount: 100 } })
    grow(1)
    await store.getState().pollDisk()
    await polled
    releaseChecks()
    expect(store.getState().check).toMatchObject({ status: 'done', report: { lineCount: 100 } })
    await store.getState().pollDisk()
    await store.getState().pollDisk()
    expect(store.getState().check).toMatchObject({ status: 'done', report: { lineCount: 106 } })
  })

  it('waits longer where checks take long', async () => {
    const { store, checks, grow } = growing()
    await store.getState().open('a', 'A')
    store.setState({ lastCheckMs: 4_000 })
    grow(1)
    for (let poll = 0; poll < 6; poll += 1) await store.getState().pollDisk()
    expect(checks).toHaveLength(1)
    await store.getState().pollDisk()
    expect(checks).toHaveLength(2)
  })

  it('is checked again for a pending last line alone, whose finding stays selected as what it became', async () => {
    const { store, checks, becomes } = growing()
    becomes('line/pending')
    await store.getState().open('a', 'A')
    store.getState().goToFinding(1)
    becomes('line/torn')
    await store.getState().pollDisk()
    await store.getState().pollDisk()
    expect(checks).toHaveLength(2)
    expect(store.getState()).toMatchObject({ selectedFinding: 1, selectedLine: 100 })
  })

  it('is read on by the window that hears of it from another one', async () => {
    const { store, client } = growing()
    await store.getState().open('a', 'A')
    await store.getState().pollDisk()
    const index = { fileId: 'a', lineCount: 104, indexedBytes: 1_040, totalBytes: 1_040, complete: true }
    client.emit('rollout:indexed', index)
    await store.getState().pollDisk()
    expect(client.calls.filter(({ channel }) => channel === 'rollout:index')).toHaveLength(2)
  })

  it('is cited by the hash of the report only for lines before those that came since', async () => {
    const { store, grow } = growing()
    await store.getState().open('a', 'A')
    grow(5)
    await store.getState().pollDisk()
    store.getState().select(99)
    expect(citability(store.getState())).toMatchObject({ status: 'yes', hasGrown: true })
    store.getState().select(100)
    expect(citability(store.getState())).toEqual({ status: 'not-yet' })
  })
})

describe('what is known while the check goes on', () => {
  // SPEC findings/next
  it('can be gone to, keeps its place as more is found, and becomes the finding of the report', async () => {
    const { store, client, holdChecks, releaseChecks } = growing()
    holdChecks()
    const opened = store.getState().open('a', 'A')
    await new Promise((resolve) => setTimeout(resolve, 0))
    const { check } = store.getState()
    const jobId = check.status === 'running' ? check.jobId : ''
    const strip = { totalBytes: 1_000, kinds: [0], marks: [0] }
    const found = (...written: string[]) => [...findingsOf(...written)]
    expect(store.getState().stepFinding('damage', 1)).toMatchObject({ of: 0, extent: 'so-far' })
    client.emit('rollout:surveyed', {
      fileId: 'a',
      jobId,
      strip,
      found: found('e line/torn 100', 'e line/nul 7'),
    })
    client.emit('rollout:surveyed', {
      fileId: 'a',
      jobId: 'of another window',
      strip,
      found: found('e x/y 1'),
    })
    store.getState().select(50)
    expect(store.getState().stepFinding('damage', 1)).toMatchObject({ at: 2, of: 2, extent: 'so-far' })
    expect(store.getState().selectedLine).toBe(100)
    client.emit('rollout:surveyed', { fileId: 'a', jobId, strip, found: found('i a/b 3') })
    expect(store.getState().selectedFinding).toBe(2)
    releaseChecks()
    await opened
    expect(store.getState()).toMatchObject({
      check: { status: 'done' },
      selectedFinding: 1,
      selectedLine: 100,
    })
  })
})
