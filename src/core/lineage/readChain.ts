import { basename } from 'node:path'
import { ok, type Result } from '../../shared/result'
import { readRolloutName } from '../lister/rolloutName'
import { openContent, type Content } from '../source/content'
import { followBases, type BaseChain, type ChainTools } from './baseChain'
import { findOwnHeader, type HeaderSearch, type OwnHeader } from './ownHeader'

/** Reads the own header of a file. Fails when the file cannot be read, and when the work was cancelled. */
export function readOwnHeader(
  content: Content,
  tools: Pick<ChainTools, 'fileSystem' | 'isCancelled'>,
): Result<HeaderSearch> {
  const opened = openContent(tools.fileSystem, content)
  if (!opened.ok) return opened
  const source = opened.value
  try {
    return findOwnHeader(source, Math.min(content.contentBytes, source.sizeBytes), tools.isCancelled)
  } finally {
    source.close()
  }
}

/** Follows the bases of a file whose header is known. The file itself is the last of the chain. */
export function followBasesOf(
  content: Content,
  header: OwnHeader | null,
  tools: ChainTools,
): Promise<Result<BaseChain>> {
  const rolloutId = rolloutIdOf(content) ?? header?.facts.id?.toLowerCase() ?? null
  const own = { rolloutId, content, isArchived: false, header, endOrdinal: null, cut: null }
  return followBases(own, tools)
}

function rolloutIdOf(content: Content): string | null {
  const name = readRolloutName(basename(content.reference.path))
  return name?.rolloutId ?? name?.sessionId ?? null
}

/** What a check says of the bases of a file. `place` is the line that names the base. */
export interface LineageFacts {
  readonly issues: BaseChain['issues']
  readonly isLookedFor: boolean
  readonly place: {
    readonly lineNumber: number | null
    readonly byteOffset: number
    readonly byteLength: number
  }
}

/** What is said of a file that goes on from no other. */
export const noBase: LineageFacts = {
  issues: [],
  isLookedFor: true,
  place: { lineNumber: null, byteOffset: 0, byteLength: 0 },
}

/** Reads what is wrong with the bases of a file. */
export async function readLineageFacts(content: Content, tools: ChainTools): Promise<Result<LineageFacts>> {
  const search = readOwnHeader(content, tools)
  if (!search.ok) return search
  const { header } = search.value
  if (header === null || header.base === null) return ok(noBase)
  const chain = await followBasesOf(content, header, tools)
  if (!chain.ok) return chain
  const { lineNumber, byteOffset, byteLength } = header
  const { issues, isLookedFor } = chain.value
  return ok({ issues, isLookedFor, place: { lineNumber, byteOffset, byteLength } })
}
