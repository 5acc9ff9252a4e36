/** Exports one session as a file of its own, and says what it was and what became of it. */
import { assertNever } from '../../shared/assertNever'
import type { ExportFormat } from '../../shared/export/exportFormat'
import type { ExportedSession } from '../../shared/export/exportRecord'
import { ok, type Result } from '../../shared/result'
import type { SessionSummary } from '../../shared/session/session'
import { headOfFile, headsTask } from '../lister/readHeads'
import { isoOfMs } from '../platform/isoTime'
import { openByteSource, type ByteSource } from '../source/byteSource'
import type { SourceIssue } from '../source/issue'
import { copyOriginal } from './copyOriginal'
import { exportContent } from './exportContent'
import { jsonLinesForm } from './jsonLines'
import { markdownForm } from './markdown/markdownForm'
import type { ExportItem } from './exportItem'
import type { WrittenFile } from './outputFile'
import type { OutputName } from './outputNames'
import { requireUnchanged, type ExportTools } from './sessionWork'

/** A session that was written. `sha256` is that of the file on disk, `contentSha256` of what it holds. */
export interface WrittenSession {
  readonly sha256: string
  readonly contentBytes: number
  readonly contentSha256: string
  readonly issues: readonly SourceIssue[]
  readonly output: OutputName
  readonly file: WrittenFile
}

/** Formats that make one file a session. */
export type FileFormat = Exclude<ExportFormat, 'csv'>

/** Exports one file. Fails when it cannot be read or written, or is not the same after reading as before. */
export async function exportSession(
  item: ExportItem,
  format: FileFormat,
  tools: ExportTools,
): Promise<Result<ExportedSession>> {
  const { path, label, expected } = item.reference
  const opened = openByteSource(tools.fileSystem, path, label, expected)
  if (!opened.ok) return opened
  const source = opened.value
  try {
    const summary = await summaryOf(item, tools)
    if (!summary.ok) return summary
    const written = await write(source, { item, format, summary: summary.value }, tools)
    if (!written.ok) return written
    const unchanged = requireUnchanged(tools.fileSystem, source, path)
    if (!unchanged.ok) return unchanged
    tools.draft.list(written.value.file)
    return ok(toExported(item, source, summary.value, written.value))
  } finally {
    source.close()
  }
}

/** A session as a list shows it; `fileId` means nothing in an export. */
export type ExportedSummary = Omit<SessionSummary, 'fileId'>

/** Reads the head of a file: its row in the list. */
export async function summaryOf(item: ExportItem, tools: ExportTools): Promise<Result<ExportedSummary>> {
  const { path, label } = item.reference
  const request = headOfFile({ path, label, isArchived: item.isArchived })
  const answer = await headsTask.run(request, {
    fileSystem: tools.fileSystem,
    isCancelled: () => tools.isCancelled(),
    report: () => undefined,
  })
  if (!answer.ok) return answer
  const [row] = answer.value.rows
  if (row === undefined) throw new Error('one candidate has one row')
  return ok({ ...row.summary, name: item.name })
}

interface SessionWish {
  readonly item: ExportItem
  readonly format: FileFormat
  readonly summary: ExportedSummary
}

function write(
  source: ByteSource,
  { item, format, summary }: SessionWish,
  tools: ExportTools,
): Promise<Result<WrittenSession>> {
  switch (format) {
    case 'original':
      return copyOriginal(source, item, tools)
    case 'jsonl':
      return exportContent(source, { item, form: jsonLinesForm, summary }, tools)
    case 'markdown':
      return exportContent(source, { item, form: markdownForm, summary }, tools)
    default:
      return assertNever(format)
  }
}

function toExported(
  { reference, origin, base }: ExportItem,
  { stat }: ByteSource,
  { id, problems }: ExportedSummary,
  { sha256, contentBytes, contentSha256, issues, output, file }: WrittenSession,
): ExportedSession {
  return {
    id,
    path: reference.label,
    origin,
    base,
    modifiedAt: isoOfMs(stat.modifiedMs),
    sizeBytes: stat.sizeBytes,
    sha256,
    contentBytes,
    contentSha256,
    output: output.name,
    isRenamed: output.isRenamed,
    outputBytes: file.bytes,
    outputSha256: file.sha256,
    problems: [
      ...issues.map(({ rule, message }) => ({ code: rule, message })),
      ...problems
        .filter(({ code }) => !issues.some(({ rule }) => rule === code))
        .map(({ code, message }) => ({ code, message })),
    ],
  }
}
