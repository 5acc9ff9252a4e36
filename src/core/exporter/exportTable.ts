/** Exports the list as one table: a row for each session, from the beginning and the end of its file. */
import type { ExportedSession } from '../../shared/export/exportRecord'
import { err, ok, type Result } from '../../shared/result'
import type { ExportItem } from './exportItem'
import { summaryOf, type ExportedSummary } from './exportSession'
import { tableHeader, tableName, tableRow } from './sessionTable'
import { cancelled, type ExportTools } from './sessionWork'

/** Writes the table. A file that cannot be read is a row that says so, as it is in the list. Returns its bytes. */
export async function exportTable(
  items: readonly ExportItem[],
  tools: ExportTools,
  onSession: (session: ExportedSession) => void,
): Promise<Result<number>> {
  const created = tools.draft.create(tableName)
  if (!created.ok) return created
  const file = created.value
  file.writeText(tableHeader)
  const filled = await fill(items, tools, (item, summary) => {
    onSession(toRecorded(item, summary))
    return file.writeText(tableRow(summary))
  })
  if (!filled.ok) {
    file.discard()
    return filled
  }
  const written = file.finish()
  if (!written.ok) return written
  tools.draft.list(written.value)
  return ok(written.value.bytes)
}

async function fill(
  items: readonly ExportItem[],
  tools: ExportTools,
  take: (item: ExportItem, summary: ExportedSummary) => boolean,
): Promise<Result<null>> {
  for (const item of items) {
    if (tools.isCancelled()) return err(cancelled)
    const summary = await summaryOf(item, tools)
    if (!summary.ok) return summary
    if (!take(item, summary.value)) return ok(null)
    tools.tell(1)
  }
  return ok(null)
}

function toRecorded({ reference, origin, base }: ExportItem, summary: ExportedSummary): ExportedSession {
  return {
    id: summary.id,
    path: reference.label,
    origin,
    base,
    modifiedAt: summary.updatedAt,
    sizeBytes: summary.sizeBytes,
    sha256: null,
    contentBytes: null,
    contentSha256: null,
    output: null,
    isRenamed: false,
    outputBytes: null,
    outputSha256: null,
    problems: summary.problems.map(({ code, message }) => ({ code, message })),
  }
}
