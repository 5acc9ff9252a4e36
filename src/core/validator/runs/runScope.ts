/** Run scope: the files of a validation, granted and in the order of their paths, byte by byte. In the host's thread. */
import { basename } from 'node:path'
import { ok, type Result } from '../../../shared/result'
import type { Problem } from '../../../shared/session/session'
import type { RunScope } from '../../../shared/validation/run'
import type { CancelFlag, TaskRunner } from '../../jobs/task'
import { candidatePath, shownPath, unpackCandidates } from '../../lister/candidate'
import type { Roots, RootState } from '../../lister/roots'
import { readRolloutName } from '../../lister/rolloutName'
import { walkTask } from '../../lister/walk'
import type { Grant, Grants } from '../../source/grants'

/** A file of a run before it is checked. */
export interface ScopedFile {
  readonly fileId: string
  readonly grant: Grant
  readonly nameTime: string | null
}

/** A home whose files are all part of the run. `label` is what the report calls it. */
export interface ScopedHome {
  readonly path: string
  readonly label: string
}

/**
 * What a validation covers: the place as its report names it, its files, what was wrong with finding more, and the homes
 * among its places.
 */
export interface ResolvedScope {
  readonly examined: readonly string[]
  readonly files: readonly ScopedFile[]
  readonly problems: readonly Problem[]
  readonly homes: readonly ScopedHome[]
}

/** What the files of a scope are found and granted with. */
export interface ScopeTools {
  readonly runner: TaskRunner
  readonly grants: Grants
  readonly roots: Roots
  /** Rollscope's data folder, of which nothing is checked. */
  readonly ownFolder: string
}

type RootScope = Extract<RunScope, { readonly kind: 'root' }>

/** Finds the files of a scope. */
export async function resolveScope(
  tools: ScopeTools,
  scope: RunScope,
  cancel: CancelFlag,
): Promise<Result<ResolvedScope>> {
  if (scope.kind === 'root') return filesOfRoot(tools, scope, cancel)
  const files: ScopedFile[] = []
  for (const fileId of new Set(scope.fileIds)) {
    const grant = tools.grants.get(fileId)
    if (!grant.ok) return grant
    files.push(toScoped(fileId, grant.value))
  }
  return ok({ examined: ['chosen sessions'], files: inPathOrder(files), problems: [], homes: [] })
}

async function filesOfRoot(
  { runner, grants, roots, ownFolder }: ScopeTools,
  { rootId, archived }: RootScope,
  cancel: CancelFlag,
): Promise<Result<ResolvedScope>> {
  const root = roots.find(rootId)
  if (!root.ok) return root
  const { sources } = root.value
  const walked = await runner.run(
    walkTask,
    { sources, sort: 'created', ascending: true, ownFolder },
    { cancel },
  )
  if (!walked.ok) return walked
  const files: ScopedFile[] = []
  for (const candidate of unpackCandidates(walked.value.packed)) {
    const source = sources[candidate.source]
    const { isArchived } = candidate
    if (source === undefined || (archived !== 'include' && isArchived !== (archived === 'only'))) continue
    const path = candidatePath(source, candidate)
    const label = shownPath(source, candidate)
    const fileId = grants.add({ path, label, expected: null, isArchived, origin: 'file' })
    const grant = grants.get(fileId)
    if (grant.ok) files.push(toScoped(fileId, grant.value))
  }
  const homes = archived !== 'include' ? [] : sources.filter(({ kind }) => kind === 'home')
  return ok({
    examined: examinedOf(root.value, archived),
    files: inPathOrder(files),
    problems: walked.value.problems,
    homes: homes.map(({ path, prefix }) => ({ path, label: prefix === '' ? '.' : prefix })),
  })
}

/** A root by its name; the opened files by what was opened. What was left out on purpose is said. */
function examinedOf({ kind, label, sources }: RootState, archived: RootScope['archived']): readonly string[] {
  const places = kind === 'opened' ? ['opened files', ...sources.map(({ prefix }) => prefix)] : [label]
  if (archived === 'include') return places
  return [...places, archived === 'only' ? 'archived sessions alone' : 'without archived sessions']
}

function toScoped(fileId: string, grant: Grant): ScopedFile {
  return { fileId, grant, nameTime: readRolloutName(basename(grant.path))?.time ?? null }
}

function inPathOrder(files: readonly ScopedFile[]): readonly ScopedFile[] {
  return files
    .map((file) => ({ file, key: Buffer.from(file.grant.label) }))
    .sort((a, b) => Buffer.compare(a.key, b.key))
    .map(({ file }) => file)
}
