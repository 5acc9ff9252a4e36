/** Open files: turns arguments into files that may be read, through the same door as every other client. */
import path from 'node:path'
import type { OpenedEntry, OpenedPaths } from '../../core/client'
import type { Explorer } from '../../core/explorer'
import { isUnnameableRollout } from '../../core/lister/walkProblems'
import { err, ok, type Result } from '../../shared/result'
import type { Problem } from '../../shared/session/session'
import type { ReportNote } from '../../shared/validation/reportParts'
import type { Jobs } from './job'

/** A file that an argument names, or something it names that cannot be read. In the order of the arguments. */
export type NamedFile = { readonly entry: OpenedEntry } | { readonly problem: NamedProblem }

/** Why something named is not read. `isError` is false for what is passed over on purpose, like links. */
export interface NamedProblem {
  readonly path: string
  readonly code: string
  readonly message: string
  readonly isError: boolean
  /** True for a rollout that nobody can open; false for a place without one. */
  readonly isFile: boolean
}

/**
 * What arguments name, and what is to be known of how it was reached: a link that was followed is no fault. A home is the
 * argument itself: a folder with sessions in the layout of a CODEX_HOME.
 */
export interface NamedArgument {
  readonly files: readonly NamedFile[]
  readonly notes: readonly ReportNote[]
  readonly homes: OpenedPaths['homes']
}

/** Grants what the arguments name, one after the other, so that every answer belongs to its argument. */
export async function openArguments(
  explorer: Explorer,
  jobs: Jobs,
  names: readonly string[],
): Promise<Omit<NamedArgument, 'homes'>> {
  const files: NamedFile[] = []
  const notes: ReportNote[] = []
  for (const name of names) {
    const named = await openArgument(explorer, jobs, name)
    files.push(...named.files)
    notes.push(...named.notes)
  }
  return { files, notes }
}

/** Grants what one argument names. */
export async function openArgument(explorer: Explorer, jobs: Jobs, name: string): Promise<NamedArgument> {
  const answer = await openPath(explorer, jobs, name)
  if (!answer.ok) {
    const { code, message } = answer.error
    const shown = name === '' ? '""' : name
    return {
      files: [{ problem: { path: shown, code, message, isError: true, isFile: false } }],
      notes: [],
      homes: [],
    }
  }
  const { opened, entries, homes } = answer.value
  const isNote = ({ code }: Problem): boolean => code === 'list/link-followed'
  const problems = opened.problems.filter((problem) => !isNote(problem))
  const notes = opened.problems.filter(isNote).map((problem) => {
    const { path: shown, code, message } = toNamedProblem(name, problem)
    return { path: shown, code, message }
  })
  return { files: filesOf(name, entries, problems), notes, homes }
}

/** An argument that leads to no file at all is an error, whatever its problems say: it was named to be read. */
function filesOf(
  name: string,
  entries: readonly OpenedEntry[],
  found: readonly Problem[],
): readonly NamedFile[] {
  const files: readonly NamedFile[] = entries.map((entry) => ({ entry }))
  const problems = found.map((problem) => toNamedProblem(name, problem))
  if (files.length > 0) return [...files, ...problems.map((problem) => ({ problem }))]
  return (problems.length > 0 ? problems : [nothingFound(name)]).map((problem) => ({
    problem: { ...problem, isError: true },
  }))
}

function openPath(explorer: Explorer, jobs: Jobs, name: string): Promise<Result<OpenedPaths>> {
  if (name === '') return Promise.resolve(err(noName))
  return jobs.run(name, async () => ok(await explorer.openPaths([name])))
}

/** What a shell makes of a variable that is not set. */
const noName = { code: 'not-found' as const, message: 'An empty path was named, which leads nowhere.' }

function nothingFound(name: string): NamedProblem {
  return {
    path: name,
    code: 'nothing-found',
    message: `${name} holds no rollout file.`,
    isError: true,
    isFile: false,
  }
}

function toNamedProblem(name: string, { code, severity, message, path: place }: Problem): NamedProblem {
  const shown = place === null ? name : asNamed(name, place)
  return {
    path: shown,
    code: code.replace(/^list\//, ''),
    message:
      place !== null && message.startsWith(`${place} `) ? shown + message.slice(place.length) : message,
    isFile: isUnnameableRollout({ code, path: place }),
    isError: severity === 'error' || (place !== null && sessionFolders.includes(place)),
  }
}

/** A home without them has no sessions to read; one that is a link is not followed, which must not pass for "fine". */
const sessionFolders: readonly string[] = ['sessions', 'archived_sessions']

/** Returns a place as the person would name it: the argument itself, or the argument and the path below it. */
function asNamed(name: string, place: string): string {
  return isItself(name, place) ? name : `${name.replace(/(?<=.)\/+$/, '')}/${place}`
}

/** Problems name the argument by its last part or by its real path, and what lies below it relative to it. */
function isItself(name: string, place: string): boolean {
  return path.isAbsolute(place) || place === name || place === path.basename(name)
}

/** Grants one file. A folder, a missing file and anything else that is not one rollout is a failure that says so. */
export async function openOneFile(
  explorer: Explorer,
  jobs: Jobs,
  argument: string,
): Promise<Result<OpenedEntry>> {
  const answer = await openPath(explorer, jobs, argument)
  if (!answer.ok) return answer
  const { opened, entries } = answer.value
  const [entry] = entries
  if (entry?.displayPath === argument) return ok(entry)
  const [problem] = opened.problems
  if (entry === undefined && problem !== undefined) {
    const code = problem.code === 'list/not-found' ? 'not-found' : 'io'
    return err({ code, message: toNamedProblem(argument, problem).message, file: argument })
  }
  return err({
    code: 'not-a-file',
    message: `${argument} is a folder, and this command reads one file.`,
    hint: 'Name a rollout file in it; "rollscope list" shows them.',
  })
}
