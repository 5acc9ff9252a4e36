/**
 * The benchmarks of README, in one run at two sizes: `npm run bench`. It compares with a bare baseline or with real
 * Codex (`CODEX_BIN`) in the same run and prints a table. `ROLLSCOPE_BENCH` names a folder that keeps the material;
 * `npm run bench -- huge`, `lists`, `frames` or `validate` measures that part alone.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sharedFolder } from '../support/shared'
import { measureFrames } from './frames'
import { measureHuge, type HugeFigures } from './huge'
import { measureLists } from './lists'
import { makeLongLine, measureOne, measureValidate, type ValidateFigures } from './validate'
import { benchFolder, makeFieldHome, makeHome, type Row } from './support'

const [only, argument] = process.argv.slice(2)
const wanted = (part: string): boolean => only === undefined || only === part
if (only === '--huge' && argument !== undefined) {
  process.stdout.write(JSON.stringify(await measureHuge(argument)))
} else if (only === '--validate' && argument !== undefined) {
  process.stdout.write(JSON.stringify(await measureValidate(argument)))
} else if (only === '--one' && argument !== undefined) {
  process.stdout.write(JSON.stringify(await measureOne(argument)))
} else {
  await runAll()
}

async function runAll(): Promise<void> {
  if (sharedFolder() === null) {
    console.log('The shared folder with the generator of test homes is absent: only frames can be measured.')
  }
  if (!process.env['CODEX_BIN']) console.log('CODEX_BIN is not set: nothing to compare the first page with.')
  const folder = benchFolder()
  const rows = [
    ...(wanted('huge') ? huge(folder) : []),
    ...(wanted('lists') ? await lists(folder) : []),
    ...(wanted('validate') ? validate(folder) : []),
    ...(wanted('frames') ? await frames(folder) : []),
  ]
  console.log(['', '| measured | result | against | figure | met |', '|---|---|---|---|---|'].join('\n'))
  for (const { what, measured, against, figure, isMet } of rows) {
    const met = isMet === null ? '–' : isMet ? 'yes' : 'no'
    console.log(`| ${what} | ${measured} | ${against} | ${figure} | ${met} |`)
  }
  process.exitCode = rows.some(({ isMet }) => isMet === false) ? 1 : 0
}

function huge(folder: string): readonly Row[] {
  const home = makeHome(folder, 'huge', ['0', '--huge=200,1000'])
  if (home === null) return []
  return hugeFiles(home).flatMap((path) => {
    return hugeRows(measureAlone('--huge', path) as HugeFigures)
  })
}

/** Measures in a process of its own, so that its memory is its own. */
function measureAlone(part: '--huge' | '--validate' | '--one', path: string): unknown {
  const self = fileURLToPath(import.meta.url)
  const answer = execFileSync(process.execPath, ['--expose-gc', '--import', 'tsx', self, part, path], {
    encoding: 'utf8',
  })
  return JSON.parse(answer)
}

function validate(folder: string): readonly Row[] {
  const field = makeFieldHome(folder, 1e9)
  const made = makeHome(folder, 'home-12500', ['12500'])
  if (field === null || made === null) return [unmeasured('validation', 'the shared folder is absent')]
  const rows = [
    ...validateRows('real recordings', measureAlone('--validate', field) as ValidateFigures),
    ...validateRows('made up', measureAlone('--validate', made) as ValidateFigures),
  ]
  const long = makeLongLine(join(folder, 'one-line.jsonl'), 1024 ** 3)
  return [...rows, oneRow('one line', long, 300), ...largest(folder)]
}

/** A rollout of 10 GB, where the disk has room for it. */
function largest(folder: string): readonly Row[] {
  const { bavail, bsize } = statfsSync(folder)
  if (!existsSync(join(folder, 'largest')) && bavail * bsize < 12e9) {
    return [unmeasured('one file of 10 GB', 'less than 12 GB are free')]
  }
  const home = makeHome(folder, 'largest', ['0', '--huge=10000'])
  return home === null ? [] : hugeFiles(home).map((path) => oneRow('one file', path, 200))
}

/** A row of the table that says why there is no figure. */
function unmeasured(what: string, why: string): Row {
  return { what, measured: 'not measured', against: '–', figure: why, isMet: null }
}

function oneRow(what: string, path: string, mostMb: number): Row {
  const { sizeMb, ms, growthMb } = measureAlone('--one', path) as Awaited<ReturnType<typeof measureOne>>
  return {
    what: `${what} of ${sizeMb.toFixed(0)} MB: every byte checked`,
    measured: `${(ms / 1000).toFixed(1)} s, +${growthMb.toFixed(0)} MB`,
    against: '–',
    figure: `growth under ${String(mostMb)} MB`,
    isMet: growthMb < mostMb,
  }
}

function validateRows(material: string, figures: ValidateFigures): readonly Row[] {
  const { files, sizeMb, checkMs, bareMs, readMs, structureMs, growthMb } = figures
  const size = `${sizeMb.toFixed(0)} MB in ${files.toLocaleString('en')} files (${material})`
  const speed = (ms: number): string => `${(sizeMb / (ms / 1000)).toFixed(0)} MB/s`
  return [
    {
      what: `${size}: structure pass alone`,
      measured: speed(structureMs),
      against: `plain reading ${speed(readMs)}: ratio ${(readMs / structureMs).toFixed(2)}`,
      figure: 'at least 0.25',
      isMet: readMs / structureMs >= 0.25,
    },
    {
      what: `${size}: every rule and SHA-256, two workers`,
      measured: speed(checkMs),
      against: `one bare loop of JSON.parse ${speed(bareMs)}: ratio ${(bareMs / checkMs).toFixed(2)}`,
      figure: 'at least 1.0',
      isMet: bareMs / checkMs >= 1,
    },
    {
      what: `${size}: memory growth meanwhile`,
      measured: `${growthMb.toFixed(0)} MB`,
      against: '–',
      figure: 'under 200 MB',
      isMet: growthMb < 200,
    },
  ]
}

function hugeFiles(home: string): readonly string[] {
  return readdirSync(join(home, 'sessions'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => statSync(path).size > 100e6)
    .sort((a, b) => statSync(a).size - statSync(b).size)
}

function hugeRows(figures: HugeFigures): readonly Row[] {
  const size = `${figures.sizeMb.toFixed(0)} MB, ${figures.lines.toLocaleString('en')} lines`
  const ratio = figures.indexMbPerSecond / figures.plainMbPerSecond
  return [
    {
      what: `${size}: open and first window`,
      measured: `${figures.firstWindowMs.toFixed(0)} ms`,
      against: '–',
      figure: 'under 100 ms',
      isMet: figures.firstWindowMs < 100,
    },
    {
      what: `${size}: complete line index`,
      measured: `${(figures.indexMbPerSecond / 1000).toFixed(1)} GB/s`,
      against: `plain reading ${(figures.plainMbPerSecond / 1000).toFixed(1)} GB/s: ratio ${ratio.toFixed(2)}`,
      figure: 'at least 0.33',
      isMet: ratio >= 1 / 3,
    },
    {
      what: `${size}: memory growth, opening and indexing`,
      measured: `${figures.indexGrowthMb.toFixed(0)} MB`,
      against: '–',
      figure: 'under 100 MB',
      isMet: figures.indexGrowthMb < 100,
    },
    {
      what: `${size}: every byte checked`,
      measured: `${figures.checkMbPerSecond.toFixed(0)} MB/s, +${figures.checkGrowthMb.toFixed(0)} MB`,
      against: '–',
      figure: 'growth under 200 MB',
      isMet: figures.checkGrowthMb < 200,
    },
  ]
}

async function lists(folder: string): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const count of [1000, 10_000]) {
    const home = makeHome(folder, `home-${String(count)}`, [String(count)])
    if (home === null) return []
    const figures = await measureLists(home)
    const size = `${figures.sessions.toLocaleString('en')} sessions`
    const codex = figures.codexFirstPageMs
    rows.push(
      {
        what: `${size}: first page of 50`,
        measured: `${figures.firstPageMs.toFixed(1)} ms`,
        against:
          codex === null
            ? '–'
            : `Codex, warm ${codex.toFixed(1)} ms: ratio ${(figures.firstPageMs / codex).toFixed(2)}`,
        figure: 'at most 1.5',
        isMet: codex === null ? null : figures.firstPageMs <= codex * 1.5,
      },
      {
        what: `${size}: complete list`,
        measured: `${figures.completeMs.toFixed(0)} ms, ${(figures.bytesRead / 1e6).toFixed(1)} MB read`,
        against: `${(figures.bytesNeeded / 1e6).toFixed(1)} MB up to the first human messages: ratio ${(figures.bytesRead / figures.bytesNeeded).toFixed(2)}`,
        figure: 'at most 1.5',
        isMet: figures.bytesRead <= figures.bytesNeeded * 1.5,
      },
    )
  }
  return rows
}

async function frames(folder: string): Promise<readonly Row[]> {
  const measured = await measureFrames(folder)
  return measured.map(({ what, p99Ms, limitMs, worstMs, frames: count }) => ({
    what,
    measured: `p99 ${p99Ms.toFixed(1)} ms`,
    against: `${String(count)} frames, worst ${worstMs.toFixed(0)} ms`,
    figure: `under ${String(limitMs)} ms`,
    isMet: p99Ms < limitMs,
  }))
}
