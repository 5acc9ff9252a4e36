/** Lineage task: everything that a file belongs with. Runs in a worker; answers paths, which stay in the host. */
import { err, ok, type Result } from '../../shared/result'
import type { SessionFacts } from '../../shared/rollout/sessionMeta'
import type { Finding } from '../../shared/validation/finding'
import type { Task } from '../jobs/task'
import { openContent, type Content } from '../source/content'
import type { ChainTools } from './baseChain'
import type { ChainFile } from './chainFile'
import { createChainTools, type LookOptions } from './chainTools'
import {
  comparedPart,
  findCopyStart,
  inheritedPart,
  partByTimes,
  type CopiedPart,
  type OpenFile,
} from './copiedPart'
import { lineageSeverities, type LineageIssue } from './lineageIssue'
import type { OwnHeader } from './ownHeader'
import { followBasesOf, readOwnHeader } from './readChain'
import type { RolloutPlace, RolloutPlaces } from './rolloutPlaces'

/** A rollout that a file names, and where its file is. */
export interface NamedRollout {
  readonly id: string
  readonly place: RolloutPlace | null
}

/** What a file belongs with, with the paths of what was found. */
export interface LineageAnswer {
  readonly files: readonly ChainFile[]
  readonly findings: readonly Finding[]
  readonly copy: (Omit<CopiedPart, 'fromId'> & { readonly from: NamedRollout | null }) | null
  readonly forkedFrom: NamedRollout | null
  readonly startedBy: (NamedRollout & { readonly as: 'review' | 'sub-agent' }) | null
  readonly lookedIn: RolloutPlaces['kind']
}

/** Finds out what a file belongs with. */
export const lineageTask: Task<{ readonly content: Content; readonly look: LookOptions }, LineageAnswer> = {
  name: 'lineage.read',
  run: async ({ content, look }, context) => {
    const tools = createChainTools(content.reference.path, look, context)
    const search = readOwnHeader(content, tools)
    if (!search.ok) return search
    const { header } = search.value
    const chain = await followBasesOf(content, header, tools)
    if (!chain.ok) return chain
    const copy = header === null ? ok(null) : await readCopy(content, header, tools)
    if (!copy.ok) return copy
    if (context.isCancelled())
      return err({ code: 'cancelled', message: 'Looking for related files was cancelled.' })
    const { forkedFromId } = header?.facts ?? {}
    return ok({
      files: chain.value.files,
      findings: chain.value.issues.map((issue) => toFinding(issue, header)),
      copy: copy.value,
      forkedFrom: named(forkedFromId ?? null, tools),
      startedBy: startedBy(header?.facts ?? null, tools),
      lookedIn: tools.places().kind,
    })
  },
}

function named(id: string | null, tools: ChainTools): NamedRollout | null {
  return id === null ? null : { id, place: tools.places().find(id) }
}

function startedBy(facts: SessionFacts | null, tools: ChainTools): LineageAnswer['startedBy'] {
  const rollout = named(facts?.parentThreadId ?? null, tools)
  return rollout === null ? null : { ...rollout, as: facts?.subagent === 'review' ? 'review' : 'sub-agent' }
}

function toFinding({ rule, message, codex }: LineageIssue, header: OwnHeader | null): Finding {
  return {
    rule,
    severity: lineageSeverities[rule],
    lineNumber: header?.lineNumber ?? null,
    byteOffset: header?.byteOffset ?? 0,
    byteLength: header?.byteLength ?? 0,
    message,
    codex,
  }
}

async function readCopy(
  content: Content,
  header: OwnHeader,
  tools: ChainTools,
): Promise<Result<LineageAnswer['copy']>> {
  const opened = openContent(tools.fileSystem, content)
  if (!opened.ok) return opened
  const own: OpenFile = {
    source: opened.value,
    endByte: Math.min(content.contentBytes, opened.value.sizeBytes),
  }
  try {
    const part = await readCopiedPart(own, header, tools)
    if (!part.ok || part.value === null) return part.ok ? ok(null) : part
    const { fromId, ...lines } = part.value
    return ok({ ...lines, from: named(fromId, tools) })
  } finally {
    own.source.close()
  }
}

async function readCopiedPart(
  own: OpenFile,
  header: OwnHeader,
  tools: ChainTools,
): Promise<Result<CopiedPart | null>> {
  const { isCancelled } = tools
  const inherited = inheritedPart(own, header, isCancelled)
  if (!inherited.ok || inherited.value !== null) return inherited
  const found = findCopyStart(own, header)
  if (!found.ok || found.value === null) return found.ok ? ok(null) : found
  const start = found.value
  const place = tools.places().find(start.fromId)
  // A file that cannot be read now is no original to compare with; its absence is told by the missing id.
  const original =
    place === null ? null : await tools.prepare({ path: place.path, label: place.label, expected: null })
  if (original?.ok === true) {
    const compared = compareWith(original.value, own, { start, tools })
    if (!compared.ok || compared.value !== null) return compared
  }
  return partByTimes(own, header, { start, isCancelled })
}

function compareWith(
  original: Content,
  own: OpenFile,
  {
    start,
    tools,
  }: { readonly start: Parameters<typeof comparedPart>[2]['start']; readonly tools: ChainTools },
): Result<CopiedPart | null> {
  const opened = openContent(tools.fileSystem, original)
  if (!opened.ok) return ok(null)
  try {
    const file = { source: opened.value, endByte: Math.min(original.contentBytes, opened.value.sizeBytes) }
    return comparedPart(own, file, { start, isCancelled: tools.isCancelled })
  } finally {
    opened.value.close()
  }
}
