/** Grants every rollout file of the sources that a person named, by name; which inode it is shows when it is first looked at. */
import type { Problem } from '../../shared/session/session'
import type { OpenedEntry } from '../client'
import type { TaskRunner } from '../jobs/task'
import {
  candidatePath,
  shownPath,
  unpackCandidates,
  type Candidate,
  type ListSource,
} from '../lister/candidate'
import { listProblem } from '../lister/listProblem'
import { walkTask } from '../lister/walk'
import type { Grants } from '../source/grants'
import { nothingIn } from './openingProblems'

/** A source, and the argument by which a person named it. */
export interface NamedSource {
  readonly argument: string
  readonly source: ListSource
}

/** The files that may be read now, and what was wrong with finding more of them. */
export interface GrantedFiles {
  readonly entries: readonly OpenedEntry[]
  readonly problems: readonly Problem[]
}

/** What files are found and granted with. */
export interface GrantTools {
  readonly runner: TaskRunner
  readonly grants: Grants
  /** Rollscope's data folder, of which nothing is granted. */
  readonly ownFolder: string
}

/** Grants the files in the order in which a person named their sources, and within a folder in that of the list. */
export async function grantFiles(
  { runner, grants, ownFolder }: GrantTools,
  named: readonly NamedSource[],
): Promise<GrantedFiles> {
  const sources = named.map(({ source }) => source)
  const walked = await runner.run(walkTask, { sources, sort: 'created', ascending: true, ownFolder })
  if (!walked.ok) return { entries: [], problems: [listProblem(walked.error)] }
  const candidates = [...unpackCandidates(walked.value.packed)].sort((a, b) => a.source - b.source)
  const entries = candidates.flatMap((candidate) => {
    const place = named[candidate.source]
    return place === undefined ? [] : [grantFile(grants, place, candidate)]
  })
  const isEmpty = (index: number): boolean => !candidates.some(({ source }) => source === index)
  const empty = sources.filter(({ kind }, index) => kind !== 'file' && isEmpty(index))
  return { entries, problems: [...walked.value.problems, ...empty.map(({ label }) => nothingIn(label))] }
}

function grantFile(grants: Grants, { argument, source }: NamedSource, candidate: Candidate): OpenedEntry {
  const fileId = grants.add({
    path: candidatePath(source, candidate),
    label: shownPath(source, candidate),
    expected: null,
    isArchived: candidate.isArchived,
    origin: 'file',
  })
  const isFile = source.kind === 'file'
  const displayPath = isFile ? argument : `${argument.replace(/(?<=.)\/+$/, '')}/${candidate.relative}`
  return { fileId, displayPath }
}
