/**
 * Base chain: the files that together hold the history of one: the bases it goes on from, the oldest first, and itself
 * last. How long a chain may be is limited by the files there are: a file that comes up again ends it.
 */
import { ok, type AppError, type Result } from '../../shared/result'
import type { FileSystem } from '../platform/fileSystem'
import { openContent, type Content, type FileReference } from '../source/content'
import { readBaseCut } from './baseCut'
import type { ChainFile } from './chainFile'
import { compareIssues, cutIssues, cycle, parentMissing, type LineageIssue } from './lineageIssue'
import { findOwnHeader, type OwnHeader } from './ownHeader'
import type { RolloutPlaces } from './rolloutPlaces'

export interface BaseChain {
  readonly files: readonly ChainFile[]
  readonly issues: readonly LineageIssue[]
  /** False where there is a base and nobody knows where to look for it. */
  readonly isLookedFor: boolean
}

/** What following a chain needs of the world. */
export interface ChainTools {
  readonly fileSystem: FileSystem
  readonly places: () => RolloutPlaces
  /** Makes a file readable, decompressed where needed. */
  readonly prepare: (reference: FileReference) => Promise<Result<Content>>
  readonly isCancelled: () => boolean
}

/** Follows the bases of a file. Fails only when the work was cancelled; what is not there is an issue. */
export async function followBases(own: ChainFile, tools: ChainTools): Promise<Result<BaseChain>> {
  const files: ChainFile[] = [own]
  const issues: LineageIssue[] = []
  const seen = new Set(own.content === null ? [] : [own.content.reference.path])
  let child = own
  let takeBefore: number | null = null
  while (child.header?.base !== undefined && child.header.base !== null) {
    const { base } = child.header
    takeBefore = smaller(base.endOrdinal, takeBefore)
    const depth = { child, isOwn: child === own }
    const place = base.rolloutId === '' ? null : tools.places().find(base.rolloutId)
    if (place !== null && seen.has(place.path)) {
      issues.push(cycle(depth, base))
      break
    }
    const read = place === null ? null : await readBase(child.header, place, takeBefore, tools)
    if (read !== null && !read.ok && read.error.code === 'cancelled') return read
    if (place === null || read === null || !read.ok) {
      files.unshift(missingFile(base.rolloutId, takeBefore))
      if (tools.places().kind === 'nowhere') return ok({ files, issues, isLookedFor: false })
      issues.push(
        parentMissing(depth, base, { places: tools.places(), error: read?.ok === false ? read.error : null }),
      )
      break
    }
    const file: ChainFile = { ...read.value, rolloutId: base.rolloutId, isArchived: place.isArchived }
    issues.push(...cutIssues(depth, base, file))
    seen.add(place.path)
    files.unshift(file)
    child = file
  }
  return ok({ files, issues: issues.sort(compareIssues), isLookedFor: true })
}

function smaller(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b
  return Math.min(a, b)
}

function missingFile(rolloutId: string, endOrdinal: number | null): ChainFile {
  return { rolloutId, content: null, isArchived: false, header: null, endOrdinal, cut: null }
}

async function readBase(
  { base }: OwnHeader,
  place: { readonly path: string; readonly label: string },
  takeBefore: number | null,
  tools: ChainTools,
): Promise<Result<Pick<ChainFile, 'content' | 'header' | 'endOrdinal' | 'cut'>, AppError>> {
  const { path, label } = place
  const prepared = await tools.prepare({ path, label, expected: null })
  if (!prepared.ok) return prepared
  const content = prepared.value
  const opened = openContent(tools.fileSystem, content)
  if (!opened.ok) return opened
  const source = opened.value
  try {
    const { contentBytes } = content
    const found = findOwnHeader(source, contentBytes, tools.isCancelled)
    if (!found.ok) return found
    if (base === null) return ok({ content, header: found.value.header, endOrdinal: takeBefore, cut: null })
    const cut = readBaseCut(source, base, { contentBytes, takeBefore, isCancelled: tools.isCancelled })
    if (!cut.ok) return cut
    return ok({ content, header: found.value.header, endOrdinal: takeBefore, cut: cut.value })
  } finally {
    source.close()
  }
}
