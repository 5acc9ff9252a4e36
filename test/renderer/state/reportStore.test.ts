import { describe, expect, it } from 'vitest'
import { createJobsStore } from '../../../src/renderer/src/state/jobsStore'
import { defaultReportName, renamedFor } from '../../../src/renderer/src/state/outputName'
import { createReportStore } from '../../../src/renderer/src/state/reportStore'
import { err, ok } from '../../../src/shared/result'
import { createFakeClient, type FakeAnswers } from '../support/fakeClient'

const nowMs = new Date(2026, 10, 20, 14, 32).getTime()

function setUp(answers: FakeAnswers = {}, hasStartFolder = true) {
  const client = createFakeClient({
    'export:chooseDestination': () => ok({ destination: { destinationId: 'd', label: '/cases' } }),
    'export:checkTarget': ({ folderName }) =>
      folderName === 'taken.txt'
        ? err({ code: 'exists', message: 'taken.txt exists already.' })
        : ok({ label: `/cases/${folderName}`, unfinished: [] }),
    'validation:export': ({ fileName }) => ok({ label: `/cases/${fileName}`, bytes: 12, sha256: 'ab' }),
    ...answers,
  })
  const jobs = createJobsStore(client)
  const store = createReportStore({ client, jobs, hasStartFolder: () => hasStartFolder, nowMs: () => nowMs })
  return { client, get: () => store.getState() }
}

// SPEC runs/export
describe('the dialog for the report', () => {
  it('names the file after the time and the format, until somebody names it otherwise', async () => {
    expect(defaultReportName(nowMs, 'jsonl')).toBe('rollscope-validation-2026-11-20-1432.jsonl')
    expect(renamedFor('a.txt', 'text', 'json')).toBe('a.json')
    expect(renamedFor('a.report', 'text', 'json')).toBe('a.report')
    const { get } = setUp()
    await get().begin()
    await get().setFormat('json')
    expect(get()).toMatchObject({
      name: 'rollscope-validation-2026-11-20-1432.json',
      destination: { label: '/cases' },
      targetError: null,
    })
  })

  it('says why nothing can be written under a name', async () => {
    const { get } = setUp()
    await get().begin()
    await get().setName('taken.txt')
    expect(get().targetError).toMatchObject({ code: 'exists' })
    await get().setName('a/b')
    expect(get().targetError).toMatchObject({ code: 'bad-request' })
    await get().setName('')
    expect(get().targetError?.message).toBe('A name is needed.')
    await get().setName('free.txt')
    expect(get().targetError).toBeNull()
  })

  it('writes, and shows the path and the hash', async () => {
    const { client, get } = setUp()
    await get().begin()
    await get().setName('r.txt')
    await get().write('r1')
    expect(get().run).toEqual({
      status: 'done',
      result: { label: '/cases/r.txt', bytes: 12, sha256: 'ab' },
    })
    expect(client.calls.at(-1)?.request).toMatchObject({
      runId: 'r1',
      format: 'text',
      destinationId: 'd',
      fileName: 'r.txt',
    })
  })

  it('shows why nothing was written, and goes back to the choices', async () => {
    const { get } = setUp({ 'validation:export': () => err({ code: 'no-space', message: 'Full.' }) })
    await get().begin()
    await get().write('r1')
    expect(get().run).toMatchObject({ status: 'failed', error: { code: 'no-space' } })
    await get().back()
    expect(get().run).toEqual({ status: 'idle' })
  })

  it('writes nowhere before a place was chosen', async () => {
    const { client, get } = setUp({ 'export:chooseDestination': () => ok({ destination: null }) }, false)
    await get().begin()
    await get().chooseDestination()
    await get().write('r1')
    expect(get().run).toEqual({ status: 'idle' })
    expect(client.calls.some(({ channel }) => channel === 'validation:export')).toBe(false)
  })
})
