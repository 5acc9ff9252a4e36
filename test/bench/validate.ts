/** Validation: structure pass and full checks against the plainest loops over the same bytes. Run in a process of its own. */
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  readdirSync,
  statSync,
  writeSync,
} from 'node:fs'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { crc32 } from 'node:zlib'
import { CancelFlag, type TaskRunner } from '../../src/core/jobs/task'
import { createWorkerPool } from '../../src/core/jobs/workerPool'
import { nodeFileSystem } from '../../src/core/platform/fileSystem'
import { scanLines } from '../../src/core/scanner/scanLines'
import { Utf8Check } from '../../src/core/scanner/textBytes'
import { openByteSource } from '../../src/core/source/byteSource'
import { checkInOrder } from '../../src/core/validator/runs/checkInOrder'
import { spawnWorker } from '../../src/main/product'
import { lastMeasuredVersion } from '../../src/shared/rollout/codexEyes'
import { repositoryFolder } from '../support/shared'
import { growth, must, timed } from './support'

export interface ValidateFigures {
  readonly files: number
  readonly sizeMb: number
  readonly checkMs: number
  readonly bareMs: number
  readonly readMs: number
  readonly structureMs: number
  readonly growthMb: number
}

/** How often both sides go through all files, in turns, so that both see the machine at the same speed. */
const turns = 2

/** Checks all rollouts of a home with two workers, and parses their lines in a bare loop, in turns. */
export async function measureValidate(home: string): Promise<ValidateFigures> {
  const paths = rolloutsIn(home)
  // Files of one kind lie at regular distances, which nobody's files do.
  const mixed = [...paths].sort((a, b) => crc32(a) - crc32(b))
  const pool = twoWorkers()
  paths.forEach(readPlainly)
  const growthMb = await growth(() => checkAll(pool, mixed))
  // The pages of the files, and the code on both sides, are then warm.
  bareLoop(mixed)
  globalThis.gc?.()
  let [checkMs, bareMs, readMs, structureMs] = [0, 0, 0, 0]
  for (let turn = 0; turn < turns; turn += 1) {
    checkMs += (await timed(() => checkAll(pool, mixed)))[0]
    bareMs += (await timed(() => Promise.resolve(bareLoop(mixed))))[0]
    // What the bare loop leaves behind is not tidied up at the cost of the next turn of the workers.
    globalThis.gc?.()
    readMs += (await timed(() => Promise.resolve(mixed.forEach(readPlainly))))[0]
    structureMs += (await timed(() => Promise.resolve(mixed.map(structurePass))))[0]
  }
  await pool.dispose()
  const sizeMb = paths.reduce((sum, path) => sum + statSync(path).size, 0) / 1e6
  return {
    files: paths.length,
    sizeMb,
    checkMs: checkMs / turns,
    bareMs: bareMs / turns,
    readMs: readMs / turns,
    structureMs: structureMs / turns,
    growthMb,
  }
}

/** Checks one file and returns how long that took and by how much the process grew. */
export async function measureOne(
  path: string,
): Promise<{ readonly sizeMb: number; readonly ms: number; readonly growthMb: number }> {
  const pool = twoWorkers()
  // A few small files first: what a worker needs to start is no matter of the size of a file.
  await checkAll(pool, rolloutsIn(join(repositoryFolder(), 'resources', 'samples')))
  let ms = 0
  const growthMb = await growth(async () => {
    ms = (await timed(() => checkAll(pool, [path])))[0]
  })
  await pool.dispose()
  return { sizeMb: statSync(path).size / 1e6, ms, growthMb }
}

/** A pool in which two workers may read whole files: it keeps a third for people who wait. */
function twoWorkers(): TaskRunner {
  const worker = join(repositoryFolder(), 'out', 'main', 'worker.js')
  return createWorkerPool({ spawnWorker: () => spawnWorker(worker), size: 3 })
}

async function checkAll(runner: TaskRunner, paths: readonly string[]): Promise<void> {
  const files = paths.map((path) => ({
    reference: { path, label: basename(path), expected: null },
    looksAround: true,
  }))
  const reports = checkInOrder({
    runner,
    files,
    cancel: new CancelFlag(),
    onProgress: () => undefined,
    cacheFolder: mkdtempSync(join(tmpdir(), 'rollscope-bench-cache-')),
    nowMs: null,
    codex: lastMeasuredVersion,
  })
  for await (const report of reports) must(report)
}

function rolloutsIn(home: string): readonly string[] {
  return readdirSync(join(home, 'sessions'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.jsonl'))
    .map((entry) => join(entry.parentPath, entry.name))
}

/** The plainest way to parse every line. */
function bareLoop(paths: readonly string[]): void {
  for (const path of paths) {
    for (const line of readFileSync(path, 'utf8').split('\n')) if (line !== '') JSON.parse(line)
  }
}

const buffer = Buffer.alloc(1024 * 1024)

function readPlainly(path: string): void {
  const descriptor = openSync(path, 'r')
  while (readSync(descriptor, buffer, 0, buffer.length, null) > 0);
  closeSync(descriptor)
}

const scanBuffer = Buffer.alloc(2 * 1024 * 1024)

/** What the structure of a file is, without what its lines say. */
interface Structure {
  readonly lines: number
  readonly isUtf8: boolean
  readonly hasNul: boolean
  readonly hasByteOrderMark: boolean
}

/** The scanner without classification: line feeds, UTF-8 across the ends of chunks, NULs and a byte-order mark. */
function structurePass(path: string): Structure {
  const utf8 = new Utf8Check()
  let hasNul = false
  let hasByteOrderMark = false
  let isFirst = true
  const source = must(openByteSource(nodeFileSystem, path, path))
  const { nextLine } = must(
    scanLines(
      source,
      {
        buffer: scanBuffer,
        isWanted: () => false,
        onBytes: (chunk) => {
          if (isFirst) hasByteOrderMark = chunk.subarray(0, 3).equals(byteOrderMark)
          isFirst = false
          utf8.push(chunk, 0, chunk.length)
          hasNul ||= chunk.includes(0)
        },
      },
      () => true,
    ),
  )
  source.close()
  utf8.end()
  return { lines: nextLine - 1, isUtf8: utf8.fault === null, hasNul, hasByteOrderMark }
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf])

/** Makes a rollout with one line of so many bytes, once. */
export function makeLongLine(path: string, bytes: number): string {
  if (existsSync(path)) return path
  const start =
    '{"timestamp":"2026-03-04T05:06:08.000Z","type":"event_msg","payload":{"type":"user_message","message":"'
  const descriptor = openSync(path, 'w')
  writeSync(descriptor, start)
  const piece = Buffer.alloc(1024 * 1024, 'a line of many words ')
  for (let written = start.length; written < bytes; written += piece.length) writeSync(descriptor, piece)
  writeSync(descriptor, '"}}\n')
  closeSync(descriptor)
  return path
}
