/** History pages: a planned history, read as far as somebody wants it at a time, in bounded memory. */
import { err, ok, type AppError, type Result } from '../../shared/result'
import type { HistoryEntry, HistoryPlace, HistoryProblem } from '../../shared/rollout/history'
import { isJsonObject } from '../../shared/rollout/rolloutLine'
import type { Task, TaskContext } from '../jobs/task'
import { openContent } from '../source/content'
import type { HistoryItem, HistoryPart, HistoryVisitor } from './historyTypes'
import { visitPart } from './visitHistory'

/** What the work sees of the world. */
export type WorkContext = Pick<TaskContext<never>, 'fileSystem' | 'isCancelled'>

/** Where a history begins. */
export const historyStart: HistoryPlace = { part: 0, lineNumber: 1, byteOffset: 0 }

interface Visit {
  readonly parts: readonly HistoryPart[]
  readonly from: HistoryPlace
  readonly visitor: HistoryVisitor
}

/** Reads a history from a place on, as far as the visitor wants. Returns where to go on, null at the end. */
export function visitHistory(
  { parts, from, visitor }: Visit,
  context: WorkContext,
): Result<HistoryPlace | null> {
  for (const [index, part] of parts.entries()) {
    if (index < from.part) continue
    const start = index === from.part ? from : historyStart
    const read = readPart(part, start, visitor, context)
    if (!read.ok) return read
    if (read.value !== null) return ok({ part: index, ...read.value })
  }
  return ok(null)
}

function readPart(
  part: HistoryPart,
  from: HistoryPlace,
  visitor: HistoryVisitor,
  context: WorkContext,
): Result<Omit<HistoryPlace, 'part'> | null> {
  const opened = openContent(context.fileSystem, part.content)
  if (!opened.ok) return opened
  const source = opened.value
  try {
    const isCancelled = (): boolean => context.isCancelled()
    const read = visitPart(source, part, { from, visitor, isCancelled })
    if (!read.ok) return read
    if (isCancelled()) return err(cancelled)
    const { end, nextLine, nextByte } = read.value
    if (end === 'short') return err(shorter(part.name))
    return ok(nextByte < part.endByte ? { lineNumber: nextLine, byteOffset: nextByte } : null)
  } finally {
    source.close()
  }
}

const cancelled: AppError = { code: 'cancelled', message: 'Reading the history was cancelled.' }

function shorter(name: string): AppError {
  return {
    code: 'changed',
    message: `${name} became shorter while its history was read.`,
    file: name,
    hint: 'Read it again.',
  }
}

/** A page ends after this many characters of records, or this many entries. */
const pageCharacters = 4 * 1024 * 1024
const pageEntries = 2000

/** What a page holds, and where the next one begins. */
export interface HistoryPageAnswer {
  readonly items: readonly HistoryEntry[]
  readonly problems: readonly HistoryProblem[]
  readonly next: HistoryPlace | null
}

/** Reads one page of a planned history. A single record may be longer than a page. */
export const historyPageTask: Task<
  { readonly parts: readonly HistoryPart[]; readonly from: HistoryPlace },
  HistoryPageAnswer
> = {
  name: 'reader.historyPage',
  run: ({ parts, from }, context) => {
    const items: HistoryEntry[] = []
    const problems: HistoryProblem[] = []
    let characters = 0
    const hasRoom = (): boolean => characters < pageCharacters && items.length + problems.length < pageEntries
    const visitor: HistoryVisitor = {
      onItem: (item) => {
        characters += item.text.length
        items.push(toEntry(item))
        return hasRoom()
      },
      onProblem: (problem) => {
        problems.push(problem)
        return hasRoom()
      },
    }
    const read = visitHistory({ parts, from, visitor }, context)
    return read.ok ? ok({ items, problems, next: read.value }) : read
  },
}

function toEntry({ file, lineNumber, record, text, isOther }: HistoryItem): HistoryEntry {
  const payload = isJsonObject(record['payload']) ? record['payload'] : null
  const [type, subtype] = payload === null ? [null, record['type']] : [record['type'], payload['type']]
  return {
    file,
    lineNumber,
    type: typeof type === 'string' ? type : null,
    subtype: typeof subtype === 'string' ? subtype : null,
    text,
    codex: isOther ? 'other' : 'as-written',
  }
}
