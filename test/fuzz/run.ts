/**
 * Run: `npm run fuzz:validate` damages rollouts in every way that is known here, checks each, and tells which damage was
 * named. Exits with 1 when something was missed, threw, hung or gave two answers.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { parseArgs } from 'node:util'
import { prepareCase, runCase, type CaseResult } from './oneCase'
import { Tally } from './tally'

/** A case that takes longer than this hangs. */
const patienceMs = 60_000
const { count, seed, workers, only, part } = readOptions()

if (part !== null) await work(part)
else if (only !== null) await show(only)
else await runAll()

function readOptions(): {
  readonly count: number
  readonly seed: number
  readonly workers: number
  /** The one case that is shown; null for a run. */
  readonly only: number | null
  /** Which share of the cases this process works on; null in the process that shares them out. */
  readonly part: number | null
} {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '1' },
      workers: { type: 'string', default: '2' },
      case: { type: 'string' },
      part: { type: 'string' },
    },
  })
  const number = (text: string | undefined): number | null => (text === undefined ? null : Number(text))
  return {
    count: Number(values.count),
    seed: Number(values.seed),
    workers: Number(values.workers),
    only: number(values.case),
    part: number(values.part),
  }
}

/** Works on every case whose number belongs to this process, and sends each answer to the one that asked. */
async function work(from: number): Promise<void> {
  for (let number = from; number < count; number += workers) {
    const result = await runCase(seed, number)
    await new Promise((resolve) => process.send?.(result, resolve))
  }
  process.disconnect()
}

async function show(number: number): Promise<void> {
  const { base, kind, bytes } = prepareCase(seed, number)
  process.stdout.write(bytes)
  console.error(
    `case ${String(number)} of seed ${String(seed)}: ${kind}, of the rollout “${base.name}” (${base.path})`,
  )
  console.error(JSON.stringify(await runCase(seed, number), null, 2))
}

async function runAll(): Promise<void> {
  const tally = new Tally()
  const startedMs = Date.now()
  let last = 0
  const take = (result: CaseResult): void => {
    tally.add(result)
    if (Date.now() - last < 1_000) return
    last = Date.now()
    if (process.stderr.isTTY) process.stderr.write(`\r${String(tally.made)} of ${String(count)}`)
  }
  const hung = (await Promise.all(Array.from({ length: workers }, (_, from) => runPart(from, take)))).filter(
    (answer) => answer !== null,
  )
  const seconds = ((Date.now() - startedMs) / 1000).toFixed(0)
  console.log(tally.text())
  console.log(
    `\n${String(tally.made)} files with seed ${String(seed)} in ${seconds} s: ${verdict(tally, hung)}`,
  )
  for (const failure of tally.failures.slice(0, 20)) console.log(`  ${failureText(failure)}`)
  for (const words of hung) console.log(`  ${words}`)
  console.log(`Repeat one: npm run fuzz:validate -- --seed ${String(seed)} --case NUMBER`)
  if (tally.failures.length > 0 || hung.length > 0 || tally.made !== count) process.exitCode = 1
}

function verdict(tally: Tally, hung: readonly string[]): string {
  return `${String(tally.missed)} missed, ${String(tally.broken)} broke a promise, ${String(hung.length)} stopped or hung`
}

function failureText({ number, base, kind, outcome, broken }: CaseResult): string {
  const what =
    broken ?? (outcome.kind === 'missed' ? JSON.stringify(outcome.edits.slice(0, 3)) : outcome.kind)
  return `case ${String(number)}: ${kind}, “${base}”: ${what.slice(0, 300)}`
}

/** Runs a share of the cases in a process of its own. Answers with what stopped it; null when it came to its end. */
function runPart(from: number, take: (result: CaseResult) => void): Promise<string | null> {
  const child = fork(import.meta.filename, [...process.argv.slice(2), '--part', String(from)])
  let lastCase = 'none'
  return new Promise((resolve) => {
    let clock = setTimeout(() => undefined, 0)
    const watch = (): void => {
      clearTimeout(clock)
      clock = setTimeout(() => {
        end(child, `hung for ${String(patienceMs / 1000)} s after case ${lastCase}`)
      }, patienceMs)
    }
    const end = (ended: ChildProcess, words: string | null): void => {
      clearTimeout(clock)
      ended.kill('SIGKILL')
      resolve(words)
    }
    child.on('message', (message) => {
      const result = message as CaseResult
      lastCase = String(result.number)
      take(result)
      watch()
    })
    child.on('exit', (code) => {
      end(child, code === 0 ? null : `stopped with ${String(code)} after case ${lastCase}`)
    })
    watch()
  })
}
