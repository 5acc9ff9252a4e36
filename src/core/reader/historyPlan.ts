/**
 * History plan: which files hold the history of a session, and whether it can be loaded at all. It reads headers and
 * where bases end; the records are read afterwards, a page at a time or all at once.
 */
import { basename } from 'node:path'
import { err, ok, type AppError, type Result } from '../../shared/result'
import type { HistoryProblem } from '../../shared/rollout/history'
import { followBases, type BaseChain, type ChainTools } from '../lineage/baseChain'
import type { ChainFile } from '../lineage/chainFile'
import { lineageSeverities } from '../lineage/lineageIssue'
import { findOwnHeader, type OwnHeader } from '../lineage/ownHeader'
import { readRolloutName } from '../lister/rolloutName'
import { openContent, type Content } from '../source/content'
import type { HistoryPart, HistoryPlan } from './historyTypes'

/**
 * Plans the history of a file. Errors: `empty-session` where there is nothing but blank lines, `no-session-id` where no
 * line names a session, `unknown-history-mode` where its own header has one that Codex does not know.
 */
export async function planHistory(content: Content, tools: ChainTools): Promise<Result<HistoryPlan>> {
  const found = readHeader(content, tools)
  if (!found.ok) return found
  const header = found.value
  const own: ChainFile = {
    rolloutId: rolloutIdOf(content),
    content,
    isArchived: false,
    header,
    endOrdinal: null,
    cut: null,
  }
  const chain = await followBases(own, tools)
  if (!chain.ok) return chain
  const conversationId = header.facts.id ?? ''
  return ok({
    kind: 'resumed',
    conversationId,
    parts: toParts(chain.value),
    problems: toProblems(own, chain.value),
  })
}

function rolloutIdOf(content: Content): string | null {
  const name = readRolloutName(basename(content.reference.path))
  return name?.rolloutId ?? name?.sessionId ?? null
}

function readHeader(content: Content, { fileSystem, isCancelled }: ChainTools): Result<OwnHeader> {
  const opened = openContent(fileSystem, content)
  if (!opened.ok) return opened
  const source = opened.value
  try {
    const search = findOwnHeader(source, Math.min(content.contentBytes, source.sizeBytes), isCancelled)
    if (!search.ok) return search
    const { header, hasText } = search.value
    const { label } = content.reference
    if (header === null) return err(hasText ? withoutId(label) : empty(label))
    if (header.fault?.what === 'unknown-mode') return err(unknownMode(label, header.fault.note))
    return ok(header)
  } finally {
    source.close()
  }
}

function empty(label: string): AppError {
  return {
    code: 'empty-session',
    message: `${label} is empty: it has no line that is not blank.`,
    file: label,
    hint: 'Nothing was recorded in it, or what was is gone. Codex refuses it as an empty session file.',
  }
}

function withoutId(label: string): AppError {
  return {
    code: 'no-session-id',
    message: `${label} does not say which session it is: no line of it is a session meta with an id.`,
    file: label,
    hint: 'Codex fails to parse a thread id from such a file. Its lines can be shown all the same.',
  }
}

function unknownMode(label: string, note: string): AppError {
  return {
    code: 'unknown-history-mode',
    message: `${label} cannot be loaded. ${note}`,
    file: label,
    hint: 'A newer Codex may have written it. Its lines can be shown all the same.',
  }
}

function toParts({ files }: BaseChain): readonly HistoryPart[] {
  return files.flatMap(({ content, header, endOrdinal, cut }) => {
    if (content === null) return []
    const { reference, identity, contentBytes } = content
    const part: HistoryPart = {
      name: basename(reference.label),
      // What was planned and what is read are one file.
      content: { ...content, reference: { ...reference, expected: identity } },
      endByte: cut?.endByte ?? contentBytes,
      endOrdinal,
      isBare: header?.isBare ?? false,
      isOneText: header?.facts.historyMode !== 'paginated',
    }
    return [part]
  })
}

function toProblems({ header, content }: ChainFile, chain: BaseChain): readonly HistoryProblem[] {
  const file = basename(content?.reference.label ?? '')
  const none = { file, lineNumber: null, byteOffset: null }
  const problems: HistoryProblem[] = []
  if (header?.fault !== null && header?.fault !== undefined) {
    const message = `Codex cannot load this session. ${header.fault.note} Here it is read under the id that it names.`
    problems.push({ code: 'history/codex-refuses', severity: 'warning', ...none, message })
  }
  if (!chain.isLookedFor) {
    const message =
      'The base of this session was not looked for: it is a copy, and nobody knows where it came from.'
    problems.push({ code: 'history/base-not-looked-for', severity: 'error', ...none, message })
  }
  return [
    ...problems,
    ...chain.issues.map(({ rule, message }): HistoryProblem => ({
      code: rule,
      severity: lineageSeverities[rule],
      file,
      lineNumber: header?.lineNumber ?? null,
      byteOffset: header?.byteOffset ?? null,
      message,
    })),
  ]
}
