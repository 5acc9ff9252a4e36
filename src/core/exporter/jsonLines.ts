/**
 * JSON lines: one JSON object for each physical line of a session, from which its bytes can be put together again.
 *
 * The JSON text of a line stands in `record` as it stands in the file, so that numbers, repeated keys and escapes are the
 * same; white space around it is in `before` and `after`. Every other line is in `base64`, and as far as it is short in
 * `text`, with what the scanner says of its parts. `byteLength` counts the line feed where there is one.
 */
import { ok, type Result } from '../../shared/result'
import { toSafeJson } from '../../shared/safeJson'
import { toDisplayText } from '../scanner/textBytes'
import type { LineStatus } from '../../shared/validation/spanKind'
import type { ContentForm, ContentLine, ContentWriter } from './exportContent'
import { edgesOf, passOn, textLength, type Edges } from './lineBytes'
import type { OutputFile } from './outputFile'

/** Sessions as JSON lines, for the table of formats. */
export const jsonLinesForm: ContentForm = {
  ending: '.lines.jsonl',
  createWriter: (file) => new JsonLinesWriter(file),
}

/** The statuses of lines that are one JSON value. */
const jsonStatuses: ReadonlySet<LineStatus> = new Set([
  'record',
  'json-not-record',
  'oversized',
  'unterminated',
])

/** Longest beginning of a damaged line that is there as text, too. */
const textBytes = 64 * 1024

class JsonLinesWriter implements ContentWriter {
  readonly #file: OutputFile

  constructor(file: OutputFile) {
    this.#file = file
  }

  begin(): void {
    // Every line of the file is a line of the session.
  }

  line(line: ContentLine): Result<null> {
    const length = textLength(line)
    if (!length.ok) return length
    const edges = jsonStatuses.has(line.status) ? edgesOf(line, length.value) : ok(null)
    if (!edges.ok) return edges
    return edges.value === null
      ? this.#damaged(line, length.value)
      : this.#record(line, length.value, edges.value)
  }

  end(): void {
    // Nothing follows the last line.
  }

  #record(line: ContentLine, length: number, { before, after }: Edges): Result<null> {
    this.#file.writeText(factsOf(line))
    if (before.length > 0) this.#file.writeText(`"before":${toSafeJson(before.toString('latin1'))},`)
    if (after.length > 0) this.#file.writeText(`"after":${toSafeJson(after.toString('latin1'))},`)
    this.#file.writeText('"record":')
    const passed = passOn(line, { from: before.length, to: length - after.length }, (bytes) => {
      this.#file.write(bytes)
    })
    this.#file.writeText('}\n')
    return passed
  }

  #damaged(line: ContentLine, length: number): Result<null> {
    const { spans, bytes, byteOffset } = line
    const parts = spans.map(({ kind, byteOffset: from, byteLength }) => ({
      kind,
      byteOffset: from - byteOffset,
      byteLength,
    }))
    const text = toDisplayText(bytes, 0, Math.min(bytes.length, textBytes))
    const cut = length > textBytes ? ',"textTruncated":true' : ''
    this.#file.writeText(
      `${factsOf(line)}"spans":${toSafeJson(parts)},"text":${toSafeJson(text)}${cut},"base64":"`,
    )
    const passed = passOn(line, { from: 0, to: length }, (piece) => {
      this.#file.writeText(piece.toString('base64'))
    })
    this.#file.writeText('"}\n')
    return passed
  }
}

function factsOf({ lineNumber, byteOffset, byteLength, status }: ContentLine): string {
  return `${toSafeJson({ lineNumber, byteOffset, byteLength, status }).slice(0, -1)},`
}
