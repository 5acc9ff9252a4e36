import { describe, expect, it } from 'vitest'
import { createInlineRunner } from '../../../src/core/jobs/inlineRunner'
import { CancelFlag, type TaskRunner } from '../../../src/core/jobs/task'
import { nodeFileSystem } from '../../../src/core/platform/fileSystem'
import { reportTable } from '../../../src/core/report/reportTable'
import { emptySummary, summarise, type FileEntry } from '../../../src/core/report/report'
import { checkInOrder } from '../../../src/core/validator/runs/checkInOrder'
import type { FileToCheck } from '../../../src/core/validator/runs/checkFiles'
import type { RunProgress } from '../../../src/core/validator/runs/runCounter'
import { err } from '../../../src/shared/result'
import { metaLine, rollout, tempHome, userLine, uuid } from '../support/tempHome'

const fileCount = 90

/** A folder with many files, and what a run is given of them. */
function manyFiles(): readonly FileToCheck[] {
  const names = Array.from({ length: fileCount }, (_, index) => `f${String(index).padStart(3, '0')}.jsonl`)
  const home = tempHome(
    Object.fromEntries(
      names.map((name, index) => [
        name,
        rollout(
          metaLine(uuid(index)),
          userLine('x'.repeat(index * 10)),
          ...(index % 7 === 0 ? ['{"torn'] : []),
        ),
      ]),
    ),
  )
  return names.map((name) => ({
    reference: { path: `${home}/${name}`, label: name, expected: null },
    looksAround: true,
  }))
}

const inline = createInlineRunner(nodeFileSystem)

/** A runner whose tasks begin after delays of its own. */
function slowRunner(delayMs: (run: number) => number): TaskRunner {
  let runs = 0
  return {
    run: async (task, input, options) => {
      await new Promise((resolve) => setTimeout(resolve, delayMs((runs += 1))))
      return inline.run(task, input, options)
    },
    dispose: () => Promise.resolve(),
  }
}

interface RunWish {
  readonly runner?: TaskRunner
  readonly cancel?: CancelFlag
  readonly onProgress?: (progress: RunProgress) => void
}

function start(files: readonly FileToCheck[], wish: RunWish = {}) {
  const { runner = inline, cancel = new CancelFlag(), onProgress = () => undefined } = wish
  return checkInOrder({
    runner,
    files,
    cancel,
    onProgress,
    cacheFolder: tempHome(),
    nowMs: null,
    codex: '0.169',
  })
}

async function entriesOf(files: readonly FileToCheck[], wish: RunWish = {}): Promise<readonly FileEntry[]> {
  const entries: FileEntry[] = []
  for await (const checked of start(files, wish)) {
    const path = files[entries.length]?.reference.label ?? ''
    entries.push(checked.ok ? { path, report: checked.value } : { path, error: checked.error, isFile: true })
  }
  return entries
}

async function asText(entries: readonly FileEntry[], format: keyof typeof reportTable): Promise<string> {
  let text = ''
  const tool = { name: 'rollscope', version: '0', codex: '0.169', now: null } as const
  const writer = reportTable[format](tool, (part) => {
    text += part
    return Promise.resolve()
  })
  await writer.begin()
  for (const entry of entries) await writer.file(entry)
  await writer.end(entries.reduce(summarise, emptySummary))
  return text
}

describe('a check of many files', () => {
  // SPEC runs/order
  it('answers in the order of the files, whichever batch ends first', async () => {
    const files = manyFiles()
    const backwards = slowRunner((run) => Math.max(0, 60 - run * 15))
    const entries = await entriesOf(files, { runner: backwards })
    expect(entries.map(({ path }) => path)).toEqual(files.map(({ reference }) => reference.label))
    expect(entries.map((entry) => ('report' in entry ? entry.report.session : null))).toEqual(
      files.map((_, index) => uuid(index)),
    )
  })

  // SPEC report/deterministic
  it.each(['text', 'json', 'jsonl'] as const)(
    'makes the same bytes of %s whatever the timing',
    async (format) => {
      const files = manyFiles()
      const once = await asText(await entriesOf(files), format)
      const again = await asText(
        await entriesOf(files, { runner: slowRunner((run) => (run % 3) * 20) }),
        format,
      )
      expect(again).toBe(once)
      expect(once.length).toBeGreaterThan(10_000)
    },
  )

  // SPEC runs/unreadable
  it('answers why a file could not be read, in its place, and goes on', async () => {
    const files = manyFiles().slice(0, 3)
    const [first, gone, last] = files
    if (first === undefined || gone === undefined || last === undefined) throw new Error('three files')
    const missing = { ...gone, reference: { ...gone.reference, path: `${gone.reference.path}.gone` } }
    const entries = await entriesOf([first, missing, last])
    expect(entries.map((entry) => ('report' in entry ? 'read' : entry.error.code))).toEqual([
      'read',
      'not-found',
      'read',
    ])
  })

  // SPEC runs/unreadable
  it('loses one file to a worker that ends, and none to the batch that it was in', async () => {
    const files = manyFiles()
    const bad = files[40]?.reference.path
    /**
     * Ends like a worker that dies as soon as it comes to the bad file, and may not have told of the ones right before; the
     * runner says so or throws.
     */
    const dying = (how: 'answers' | 'throws', untold: number): TaskRunner => ({
      run: async (task, input, options) => {
        const batch = (input as { files?: readonly FileToCheck[] }).files ?? []
        const at = batch.findIndex(({ reference }) => reference.path === bad)
        if (at < 0) return inline.run(task, input, options)
        await inline.run(task, { ...input, files: batch.slice(0, Math.max(0, at - untold)) }, options)
        if (how === 'throws') throw new Error('a fault')
        return err({ code: 'internal', message: 'The worker that read this file ended early.' })
      },
      dispose: () => Promise.resolve(),
    })
    for (const [how, untold] of [
      ['answers', 0],
      ['throws', 0],
      ['answers', 5],
      ['answers', 100],
    ] as const) {
      const entries = await entriesOf(files, { runner: dying(how, untold) })
      const failed = entries.filter((entry) => 'error' in entry)
      expect(failed).toMatchObject([{ path: 'f040.jsonl', error: { code: 'internal' } }])
      const told = failed.map((entry) => ('error' in entry ? entry.error.message : ''))
      expect(told).toEqual([expect.stringContaining(how === 'throws' ? 'a fault' : 'ended early')])
      expect(entries).toHaveLength(fileCount)
    }
  })

  // SPEC runs/cancel
  it('answers at once, for every file that had not ended, when it is cancelled', async () => {
    const files = manyFiles()
    const cancel = new CancelFlag()
    const stuck: TaskRunner = {
      run: (task, input, options) =>
        task.name === 'validator.checkFiles'
          ? new Promise(() => undefined)
          : inline.run(task, input, options),
      dispose: () => Promise.resolve(),
    }
    setTimeout(() => {
      cancel.cancel()
    }, 10)
    const entries = await entriesOf(files, { runner: stuck, cancel })
    expect(entries).toHaveLength(fileCount)
    expect(new Set(entries.map((entry) => ('error' in entry ? entry.error.code : 'read')))).toEqual(
      new Set(['cancelled']),
    )
  })

  // SPEC runs/cancel
  it('stops reading when nobody wants the rest', async () => {
    const cancel = new CancelFlag()
    for await (const checked of start(manyFiles(), { cancel })) {
      expect(checked.ok).toBe(true)
      break
    }
    expect(cancel.isCancelled).toBe(true)
  })

  it('counts files and bytes up to all of them', async () => {
    const files = manyFiles()
    const told: RunProgress[] = []
    await entriesOf(files, { onProgress: (progress) => told.push(progress) })
    expect(told.map(({ doneFiles }) => doneFiles)).toEqual(files.map((_, index) => index + 1))
    const last = told.at(-1)
    expect(last).toMatchObject({ doneFiles: fileCount, totalFiles: fileCount })
    expect(last?.doneBytes).toBe(last?.totalBytes)
  })

  it('answers nothing for no files', async () => {
    expect(await entriesOf([])).toEqual([])
  })
})
