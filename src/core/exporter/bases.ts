/** Bases: which exported sessions go on from a file that is not exported with them. Pure. */
import { basename } from 'node:path'
import type { WithoutBase } from '../../shared/export/exportPlan'
import { readRolloutName } from '../lister/rolloutName'
import type { ExportItem } from './exportItem'
import type { SelectedFile } from './planExport'
import type { FileLinks, Surveyed } from './survey'

/**
 * Returns the rollouts that the readable ones of the files are. Bases are looked up by names, as Codex does; a file
 * that does not have the name of a rollout is the one that it says it is.
 */
export function rolloutIdsOf(
  files: readonly SelectedFile[],
  surveyed: readonly Surveyed[],
): ReadonlySet<string> {
  const ids = new Set<string>()
  surveyed.forEach((found, index) => {
    if (found.kind !== 'file') return
    const name = readRolloutName(basename(files[index]?.grant.label ?? ''))
    const id = name?.rolloutId ?? name?.sessionId ?? found.rolloutId
    if (id !== null) ids.add(id.toLowerCase())
  })
  return ids
}

/** Returns the base of a file, and whether it is among the rollouts. */
export function baseIn(rolloutIds: ReadonlySet<string>, { baseRolloutId }: FileLinks): ExportItem['base'] {
  if (baseRolloutId === null) return null
  return { rolloutId: baseRolloutId, isExported: rolloutIds.has(baseRolloutId.toLowerCase()) }
}

/** Counts the sessions whose base is not exported, and names the first of them. */
export function withoutBase(items: readonly ExportItem[], mostNamed: number): WithoutBase {
  const sessions = items.flatMap(({ reference, base }) =>
    base === null || base.isExported ? [] : [{ path: reference.label, baseRolloutId: base.rolloutId }],
  )
  return { count: sessions.length, sessions: sessions.slice(0, mostNamed) }
}
