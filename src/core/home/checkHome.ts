/**
 * Check of a CODEX_HOME as a whole: whether its files agree with each other, with the index of names and with the state
 * database. Reads names and heads, never a whole rollout; runs in a worker, in memory that a home of 50,000 sessions fits in.
 */
import { join } from 'node:path'
import { err, errorText, ok, type AppError, type Result } from '../../shared/result'
import type { HomeReport } from '../../shared/validation/homeReport'
import type { Task, TaskContext } from '../jobs/task'
import { unpackCandidates, type Candidate, type ListSource } from '../lister/candidate'
import { attempt } from '../platform/attempt'
import { headsTask } from '../lister/readHeads'
import { walkTask } from '../lister/walk'
import { StateComparison } from './compareState'
import { FindingList, shown } from './findingList'
import { homeRules, indexNamesMissing } from './homeRules'
import { indexFileName, readIndex, type SessionIndex } from './indexFile'
import { SameIds } from './sameIds'
import { copyState, stateFileName } from './stateCopy'
import { readStateRows } from './stateDatabase'

/** The home to check, and what of it is not evidence. */
export interface HomeCheckInput {
  /** Canonical path of the home. */
  readonly path: string
  /** How it was named: what the report calls it. */
  readonly label: string
  /** Rollscope's data folder: what lies there is no evidence, and the copy of the database goes there. */
  readonly dataFolder: string
}

/** How many of its rollouts were looked at. */
export interface HomeCheckProgress {
  readonly done: number
  readonly total: number
}

type Context = TaskContext<HomeCheckProgress>

/** Heads that are read at once. */
const batchSize = 200
/** Most names of missing sessions that a message shows. */
const namesShown = 5

/** Checks one home. Fails only when it is cancelled; what could not be looked at stands in `notChecked`. */
export const checkHomeTask: Task<HomeCheckInput, HomeReport, HomeCheckProgress> = {
  name: 'home.check',
  run: async (input, context) => {
    const source: ListSource = { kind: 'home', path: input.path, label: input.label, prefix: '' }
    const walked = await walkTask.run(
      { sources: [source], sort: 'created', ascending: true, ownFolder: input.dataFolder },
      quiet(context),
    )
    if (!walked.ok) return walked
    const findings = new FindingList()
    // The index of names is read once more, with an eye to its lines.
    const problems = walked.value.problems.filter(({ code }) => code !== 'list/unreadable-names')
    const notChecked = problems.map(({ message }) => message)
    const index = indexOf(input, context, { findings, notChecked })
    const state = await readState(input, context, { findings, notChecked })
    if (!state.ok) return state
    const candidates = unpackCandidates(walked.value.packed)
    const seen = { ids: new SameIds(), index, state: state.value }
    const read = await readRollouts({ source, candidates }, seen, context)
    if (!read.ok) return read
    seen.ids.finish(findings)
    // What lies where nothing could be listed is not missing.
    const isWhole = problems.length === 0
    state.value?.finish(isWhole)
    if (isWhole) addMissingNames(seen.index, seen.ids, findings)
    else notChecked.push(missingUnknown)
    return ok({ path: input.label, findings: findings.inOrderOf(homeRules), notChecked })
  },
}

/** What is gathered about a home. */
interface Notes {
  readonly findings: FindingList
  readonly notChecked: string[]
}

/** The progress of what is used on the way is not that of the check. */
function quiet(context: Context): TaskContext<unknown> {
  return {
    fileSystem: context.fileSystem,
    isCancelled: () => context.isCancelled(),
    report: () => undefined,
  }
}

function indexOf({ path }: HomeCheckInput, { fileSystem }: Context, notes: Notes): SessionIndex {
  const index = readIndex(fileSystem, path, notes.findings)
  if (!index.ok) {
    notes.notChecked.push(`${indexFileName}: ${errorText(index.error)}`)
    return { names: new Map(), isPart: false }
  }
  if (index.value.isPart) notes.notChecked.push(`${indexFileName}: the names beyond the first 500,000 ids`)
  return index.value
}

/** Reads the rows of the state database from a copy; null where they cannot be compared, with the reason noted. */
async function readState(
  { path, dataFolder }: HomeCheckInput,
  context: Context,
  { findings, notChecked }: Notes,
): Promise<Result<StateComparison | null>> {
  const copied = copyState(path, join(dataFolder, 'state-copies'), context)
  if (!copied.ok) {
    if (copied.error.code === 'cancelled') return copied
    notChecked.push(`${stateFileName}: ${whyNoState(copied.error, path, context)}`)
    return ok(null)
  }
  try {
    const comparison = new StateComparison(findings, [path])
    const read = await readStateRows(
      copied.value.path,
      (row) => !context.isCancelled() && comparison.addRow(row),
    )
    if (context.isCancelled()) return err(cancelled)
    if (!read.ok) {
      notChecked.push(`${stateFileName}: ${read.error}`)
      return ok(null)
    }
    const { missing } = read.value
    if (missing.length > 0)
      notChecked.push(`${stateFileName}: ${missing.join(', ')}, which it has no column for`)
    if (comparison.isPart) notChecked.push(`${stateFileName}: the rows beyond the first 200,000`)
    return ok(comparison)
  } finally {
    copied.value.remove()
  }
}

/** A database of another generation is not compared, and not passed over in silence. */
function whyNoState(error: AppError, home: string, { fileSystem }: Context): string {
  if (error.code !== 'not-found') return errorText(error)
  const listed = attempt(home, () => fileSystem.list(home))
  const others = listed.ok ? listed.value.filter(({ name }) => /^state_\d+\.sqlite$/.test(name)) : []
  const names = others.map(({ name }) => name).sort()
  return names.length === 0
    ? 'there is none in this home'
    : `there is none in this home, and ${names.join(', ')} is of a form that is not known here`
}

interface Seen {
  readonly ids: SameIds
  readonly index: SessionIndex
  readonly state: StateComparison | null
}

/** Reads the heads of all rollouts, a batch at a time, and lets each go when it was compared. */
async function readRollouts(
  { source, candidates }: { readonly source: ListSource; readonly candidates: readonly Candidate[] },
  { ids, index, state }: Seen,
  context: Context,
): Promise<Result<null>> {
  for (let from = 0; from < candidates.length; from += batchSize) {
    const batch = candidates.slice(from, from + batchSize)
    const heads = await headsTask.run({ sources: [source], candidates: batch }, quiet(context))
    if (!heads.ok) return heads
    for (const row of heads.value.rows) {
      ids.add(row)
      state?.addRollout(row, index.names.get(row.summary.id?.toLowerCase() ?? '') ?? null)
    }
    context.report({ done: from + batch.length, total: candidates.length })
  }
  return ok(null)
}

function addMissingNames({ names }: SessionIndex, ids: SameIds, findings: FindingList): void {
  const missing = [...names].filter(([id]) => !ids.has(id))
  if (missing.length === 0) return
  const first = missing.slice(0, namesShown).map(([id, name]) => `${shown(name)} (${shown(id)})`)
  const more = missing.length - first.length
  const list = [...first, ...(more > 0 ? [`${more.toLocaleString('en')} more`] : [])].join(', ')
  const what = missing.length === 1 ? '1 session' : `${missing.length.toLocaleString('en')} sessions`
  findings.add(indexNamesMissing, `It names ${what} of which there is no rollout: ${list}.`, [indexFileName])
}

const missingUnknown =
  'whether sessions are missing that the index or the database names: not every place could be listed'
const cancelled: AppError = { code: 'cancelled', message: 'The check was cancelled.' }
