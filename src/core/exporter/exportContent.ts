/**
 * Exports what a session says, line by line, into a file of another form. Compressed files are read from our cache; every
 * byte is hashed as it is read.
 */
import { createHash } from 'node:crypto'
import { err, ok, type Result } from '../../shared/result'
import { scanLines, type ScannedLine } from '../scanner/scanLines'
import { isSameState, toIdentity, type ByteSource } from '../source/byteSource'
import { openContent, prepareContent, type Content } from '../source/content'
import type { ExportItem } from './exportItem'
import type { ExportedSummary, WrittenSession } from './exportSession'
import type { OutputFile } from './outputFile'
import { cancelled, changedWhileRead, hashWhole, type ExportTools } from './sessionWork'

/** One line and the content that it stands in, from which a long one is read piece by piece. */
export interface ContentLine extends ScannedLine {
  readonly content: ByteSource
}

/** Writes one form. Fails only when reading fails: the file keeps its own failures. */
export interface ContentWriter {
  begin(): void
  line(line: ContentLine): Result<null>
  end(contentSha256: string): void
}

/** How a form is written, and what its files end in. */
export interface ContentForm {
  readonly ending: string
  readonly createWriter: (file: OutputFile, summary: ExportedSummary) => ContentWriter
}

/** Which file, in which form, and its row in the list. */
export interface ContentWish {
  readonly item: ExportItem
  readonly form: ContentForm
  readonly summary: ExportedSummary
}

/** Writes one session in a form. `source` is the file on disk, open. */
export async function exportContent(
  source: ByteSource,
  { item, form, summary }: ContentWish,
  tools: ExportTools,
): Promise<Result<WrittenSession>> {
  const { reference } = item
  const prepared = await prepareContent.run(
    { reference, cacheFolder: tools.cacheFolder },
    { ...tools, isCancelled: () => tools.isCancelled(), report: () => undefined },
  )
  if (!prepared.ok) return prepared.error.code === 'cancelled' ? err(cancelled) : prepared
  const content = prepared.value
  if (!isSameState(content.identity, toIdentity(source.stat))) return err(changedWhileRead(reference.label))
  const output = tools.names.add(reference.label, form.ending)
  const created = tools.draft.create(output.name)
  if (!created.ok) return created
  const hashed = writeLines(
    content,
    { file: created.value, writer: form.createWriter(created.value, summary) },
    tools,
  )
  if (!hashed.ok) {
    created.value.discard()
    return hashed
  }
  const file = created.value.finish()
  if (!file.ok) return file
  const contentSha256 = hashed.value
  const stored = content.contentPath === reference.path ? ok(contentSha256) : hashWhole(source, tools)
  if (!stored.ok) return stored
  const { contentBytes, issues } = content
  return ok({ sha256: stored.value, contentBytes, contentSha256, issues, output, file: file.value })
}

/** Scans the content into a writer and returns its hash. */
function writeLines(
  content: Content,
  { file, writer }: { readonly file: OutputFile; readonly writer: ContentWriter },
  tools: ExportTools,
): Result<string> {
  const opened = openContent(tools.fileSystem, content)
  if (!opened.ok) return opened
  const source = opened.value
  try {
    const hash = createHash('sha256')
    const failures: Result<null>[] = []
    writer.begin()
    const onBytes = (chunk: Buffer): void => {
      hash.update(chunk)
    }
    const onChunk = (position: number): boolean => {
      tools.tell(position / Math.max(1, content.contentBytes))
      return !tools.isCancelled() && file.isFine
    }
    const scanned = scanLines(source, { endByte: content.contentBytes, onBytes, onChunk }, (line) => {
      const written = writer.line({ ...line, content: source })
      if (!written.ok) failures.push(written)
      return written.ok
    })
    if (!scanned.ok) return scanned
    const [failure] = failures
    if (failure?.ok === false) return failure
    if (tools.isCancelled()) return err(cancelled)
    // A file that failed keeps its own error, which comes to light when it is finished.
    if (scanned.value.end !== 'end' && file.isFine) return err(changedWhileRead(content.reference.label))
    const contentSha256 = hash.digest('hex')
    writer.end(contentSha256)
    return ok(contentSha256)
  } finally {
    source.close()
  }
}
