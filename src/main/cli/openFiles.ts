/** Open files: turns arguments into files that may be read, through the same door as every other client. */
import path from 'node:path'
import type { Explorer, OpenedEntry } from '../../core/explorer'
import { err, ok, type Result } from '../../shared/result'
import type { Problem } from '../../shared/session/session'

/** A file that an argument names, or something it names that cannot be read. In the order of the arguments. */
export type NamedFile = { readonly entry: OpenedEntry } | { readonly problem: NamedProblem }

/** Why something named is not read. `isError` is false for what is passed over on purpose, like links. */
export interface NamedProblem {
  readonly path: string
  readonly code: string
  readonly message: string
  readonly isError: boolean
}

/** Grants what the arguments name, one after the other, so that every answer belongs to its argument. */
export async function openArguments(
  explorer: Explorer,
  names: readonly string[],
): Promise<readonly NamedFile[]> {
  const found: NamedFile[] = []
  for (const name of names) {
    const { opened, entries } = await explorer.openPaths([name])
    found.push(...entries.map((entry) => ({ entry })))
    found.push(...opened.problems.map((problem) => ({ problem: toNamedProblem(name, problem) })))
  }
  return found
}

function toNamedProblem(name: string, { code, severity, message, path: place }: Problem): NamedProblem {
  return {
    path: place === null || isItself(name, place) ? name : `${name.replace(/(?<=.)\/+$/, '')}/${place}`,
    code: code.replace(/^list\//, ''),
    message,
    isError: severity === 'error',
  }
}

/** Problems name the argument by its last part or by its real path, and what lies below it relative to it. */
function isItself(name: string, place: string): boolean {
  return path.isAbsolute(place) || place === name || place === path.basename(name)
}

/** Grants one file. A folder, a missing file and anything else that is not one rollout is a failure that says so. */
export async function openOneFile(explorer: Explorer, argument: string): Promise<Result<OpenedEntry>> {
  const { opened, entries } = await explorer.openPaths([argument])
  const [entry] = entries
  if (entry?.displayPath === argument) return ok(entry)
  const [problem] = opened.problems
  if (entry === undefined && problem !== undefined) {
    return err({ code: 'io', message: problem.message, file: argument })
  }
  return err({
    code: 'not-a-file',
    message: `${argument} is a folder, and this command reads one file.`,
    hint: 'Name a rollout file in it; "rollscope list" shows them.',
  })
}
