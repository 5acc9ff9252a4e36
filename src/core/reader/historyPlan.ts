/**
 * History plan: which files hold the history of a session, and whether it can be loaded at all. It reads headers and
 * where bases end; the records are read afterwards, a page at a time or all at once.
 */
import { basename } from 'node:path'
import { err, ok, type AppError, type Result } from '../../shared/result'
import type { HistoryProblem } from '../../shared/rollout/history'
import type { BaseChain, ChainTools } from '../lineage/baseChain'
import { lineageSeverities } from '../lineage/lineageIssue'
import type { OwnHeader } from '../lineage/ownHeader'
import { followBasesOf, readOwnHeader } from '../lineage/readChain'
import type { Content } from '../source/content'
import { ruleInfos } from '../validator/ruleCatalogue'
import type { HistoryPart, HistoryPlan } from './historyTypes'

/**
 * Plans the history of a file. Errors: `empty-session` where there is nothing but blank lines, `no-session-id` where no
 * line names a session, `unknown-history-mode` where its own header has one that Codex does not know.
 */
export async function planHistory(content: Content, tools: ChainTools): Promise<Result<HistoryPlan>> {
  const found = readOwnHeader(content, tools)
  if (!found.ok) return found
  const { header, hasText } = found.value
  const { label } = content.reference
  if (header === null) return err(hasText ? withoutId(label) : empty(label, content.issues))
  if (header.fault?.what === 'unknown-mode') return err(unknownMode(label, header.fault.note))
  const chain = await followBasesOf(content, header, tools)
  if (!chain.ok) return chain
  return ok({
    kind: 'resumed',
    conversationId: header.facts.id ?? '',
    parts: toParts(chain.value),
    problems: toProblems(basename(label), header, chain.value),
  })
}

/** Compressed data of which nothing could be decoded is empty for another reason than that nothing was recorded. */
function empty(label: string, [issue]: Content['issues']): AppError {
  return {
    code: 'empty-session',
    message: `${label} is empty: it has no line that is not blank.`,
    file: label,
    hint:
      issue?.message ??
      'Nothing was recorded in it, or what was is gone. Codex refuses it as an empty session file.',
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

function toProblems(file: string, header: OwnHeader, chain: BaseChain): readonly HistoryProblem[] {
  const none = { file, lineNumber: null, byteOffset: null }
  const problems: HistoryProblem[] = []
  if (header.fault !== null) {
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
    ...chain.files.flatMap((link) => containerProblems(link.content)),
    ...chain.issues.map(({ rule, message }): HistoryProblem => ({
      code: rule,
      severity: lineageSeverities[rule],
      file,
      lineNumber: header.lineNumber,
      byteOffset: header.byteOffset,
      message,
    })),
  ]
}

/** What opening compressed files found out: what is missing in them is missing in the history. */
function containerProblems(content: Content | null): readonly HistoryProblem[] {
  if (content === null) return []
  const file = basename(content.reference.label)
  return content.issues.flatMap(({ rule, message }) => {
    const severity = ruleInfos.find(({ id }) => id === rule)?.severity ?? 'error'
    // Which checksums a runtime can verify says nothing about the history.
    if (severity === 'info') return []
    return [{ code: rule, severity, file, lineNumber: null, byteOffset: null, message }]
  })
}
