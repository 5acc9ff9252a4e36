/**
 * Markdown form: one session as a document to read. Every physical line is in it with its place; damaged ones are shown
 * as what they are. The document is a reading: the bytes are in the session.
 */
import { ok, type Result } from '../../../shared/result'
import { clipReadable, type ClipLimits } from '../../../shared/rollout/readable/clipReadable'
import { toReadable } from '../../../shared/rollout/readable/toReadable'
import { eras } from '../../../shared/rollout/eras'
import { toDisplayText } from '../../scanner/textBytes'
import type { ContentForm, ContentLine, ContentWriter } from '../exportContent'
import type { ExportedSummary } from '../exportSession'
import type { OutputFile } from '../outputFile'
import { readableText, titleText } from './blockText'
import { inertBlock, inertSpan } from './inert'

export const markdownForm: ContentForm = {
  ending: '.md',
  createWriter: (file, summary) => new MarkdownWriter(file, summary),
}

/** What a document shows of one line. A line that is parsed at all has at most 8 MiB. */
const limits: ClipLimits = {
  text: 1024 * 1024,
  fact: 4 * 1024,
  total: 8 * 1024 * 1024,
  images: Number.POSITIVE_INFINITY,
  rows: 10_000,
}

/** Longest beginning that is shown of a line that nobody can parse. */
const rawBytes = 64 * 1024

class MarkdownWriter implements ContentWriter {
  readonly #file: OutputFile
  readonly #name: string
  readonly #summary: ExportedSummary
  #lines = 0
  #bytes = 0

  constructor(file: OutputFile, summary: ExportedSummary) {
    this.#file = file
    this.#name = summary.path.split('/').at(-1) ?? summary.path
    this.#summary = summary
  }

  begin(): void {
    this.#file.writeText(
      `# Session\n\n${summaryText(this.#summary)}\n` +
        'A reading of the session file, made by Rollscope: the file itself is the evidence. Words of the session stand ' +
        'in code; characters that cannot be seen are spelled out, such as `<U+202E>`. Lines count from 1, bytes from 0.\n\n',
    )
  }

  line(line: ContentLine): Result<null> {
    this.#lines = line.lineNumber
    this.#bytes += line.byteLength
    const { lineNumber, byteOffset, byteLength, status } = line
    const place = `${inertSpan(this.#name)} L${String(lineNumber)} @ byte ${String(byteOffset)}, ${String(byteLength)} bytes, ${status}`
    this.#file.writeText(lineText(line, place))
    return ok(null)
  }

  end(contentSha256: string): void {
    this.#file.writeText(
      `## End\n\n${String(this.#lines)} lines, ${String(this.#bytes)} bytes of content, SHA-256 of the content \`${contentSha256}\`\n`,
    )
  }
}

function lineText(line: ContentLine, place: string): string {
  const { lineNumber, value, status, bytes } = line
  if (status === 'blank') return `## L${String(lineNumber)} blank\n\n${place}\n\n`
  if (value === undefined) {
    const shown = toDisplayText(bytes, 0, Math.min(bytes.length, rawBytes))
    return `## L${String(lineNumber)} ${isLong(line) ? 'too long to be laid out' : status}\n\n${place}\n\n${spansText(line)}${inertBlock(shown, 'text')}\n${cutText(line)}`
  }
  const readable = clipReadable(toReadable(value), limits)
  const time = timeText(value)
  return `## L${String(lineNumber)} ${titleText(readable)}\n\n${place}${time}\n\n${readableText(readable)}`
}

/** A line that is sound and that nobody parsed, because of its length. */
function isLong({ status }: ContentLine): boolean {
  return status === 'record' || status === 'oversized'
}

function timeText(value: unknown): string {
  const timestamp = (value as { readonly timestamp?: unknown } | null)?.timestamp
  return typeof timestamp === 'string' ? `, ${inertSpan(timestamp)}` : ''
}

/** The parts of a damaged line, by what the scanner calls them. */
function spansText({ spans, byteOffset }: ContentLine): string {
  if (spans.length < 2) return ''
  const rows = spans.slice(0, 100).map((span) => {
    const from = span.byteOffset - byteOffset
    return `- ${span.kind}: ${String(span.byteLength)} bytes from byte ${String(from)} of the line\n`
  })
  const more = spans.length > 100 ? `- and ${String(spans.length - 100)} more parts\n` : ''
  return `${rows.join('')}${more}\n`
}

function cutText({ byteLength, bytes }: ContentLine): string {
  const hidden = byteLength - Math.min(bytes.length, rawBytes)
  return hidden <= 1 ? '' : `${String(hidden)} bytes more of this line are not shown.\n\n`
}

const facts: readonly (readonly [string, keyof ExportedSummary])[] = [
  ['Id', 'id'],
  ['Name', 'name'],
  ['File', 'path'],
  ['Created', 'createdAt'],
  ['Last changed', 'updatedAt'],
  ['Folder', 'cwd'],
  ['Originator', 'originator'],
  ['Codex', 'cliVersion'],
  ['Source', 'source'],
  ['Provider', 'modelProvider'],
  ['Model', 'model'],
  ['Git branch', 'gitBranch'],
  ['Git commit', 'gitCommit'],
  ['First prompt', 'preview'],
]

function summaryText(summary: ExportedSummary): string {
  const rows = facts.map(([label, key]) => {
    const value = summary[key]
    return `- ${label}: ${typeof value === 'string' ? inertSpan(value) : 'not recorded'}\n`
  })
  const problems = summary.problems.map(({ message }) => `- Noticed: ${inertSpan(message)}\n`)
  return [...rows, `- Format: ${formatText(summary)}\n`, ...problems].join('')
}

/** The era in words, which say the format, too: all of them are ours. */
function formatText({ era }: ExportedSummary): string {
  const { title, letter, when } = eras[era]
  return letter === null ? title : `${title} (era ${letter}, ${when})`
}
