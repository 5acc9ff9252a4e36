/** Line printer: the lines of `show` as text or as one JSON document, window after window. */
import type { FilterState, RolloutHeader } from '../../shared/contract/openRollout'
import type { LineRow } from '../../shared/rollout/lineRow'
import { escapeText } from '../../shared/escapeText'
import { toSafeJson } from '../../shared/safeJson'
import { formatCount } from '../../shared/formatText'

/** Takes a file's facts, then its lines, then where more of them start (null: nowhere) and what a filter has found. */
export interface LinePrinter {
  begin(path: string, header: RolloutHeader): Promise<void>
  lines(lines: readonly LineRow[]): Promise<void>
  end(nextLine: number | null, filter: FilterState | null): Promise<void>
}

type Out = (text: string) => Promise<void>

/** Prints one JSON document with the keys of the command's contract, a line of the file on a line of its own. */
export function jsonLinePrinter(out: Out): LinePrinter {
  let separator = '\n'
  return {
    begin(path, { form, format, sizeBytes }) {
      return out(`${toSafeJson({ path, form, format, sizeBytes }).slice(0, -1)},"lines":[`)
    },
    async lines(lines) {
      for (const line of lines) {
        await out(separator + toSafeJson(toPrintedLine(line)))
        separator = ',\n'
      }
    },
    end(nextLine, filter) {
      const facts = filter === null ? { nextLine } : { nextLine, ...hiddenFacts(filter) }
      return out(`\n],${toSafeJson(facts).slice(1)}\n`)
    },
  }
}

/** What a filter left out. `filterComplete` is false when it ended before the file did. */
function hiddenFacts({ scannedLines, matched, complete }: FilterState): {
  readonly matched: number
  readonly hidden: number
  readonly filterComplete: boolean
} {
  return { matched, hidden: scannedLines - matched, filterComplete: complete }
}

/** How lines are printed as text. */
export interface TextOptions {
  /** The line that was asked for first. */
  readonly from: number
  /** Takes what is no line of the file. */
  readonly note: (text: string) => void
}

/** Prints two lines of text for each line of the file: where and what it is, and its content. */
export function textLinePrinter(out: Out, { from, note }: TextOptions): LinePrinter {
  let isEmpty = true
  return {
    begin: () => Promise.resolve(),
    async lines(lines) {
      for (const line of lines) await out(lineAsText(line))
      isEmpty &&= lines.length === 0
    },
    async end(nextLine, filter) {
      if (filter !== null) note(hiddenNote(filter))
      if (nextLine !== null) await out(`More: --from ${String(nextLine)}\n`)
      else if (isEmpty && filter === null) await out(`The file has no line ${formatCount(from)}.\n`)
    },
  }
}

/** Exactly the keys of the contract; what only the viewer needs (`kind`, `complete`) stays inside. */
function toPrintedLine(line: LineRow): Omit<LineRow, 'kind' | 'complete'> {
  const { lineNumber, byteOffset, byteLength, status, timestamp, type, subtype, ordinal } = line
  const { text, textTruncated } = line
  return {
    lineNumber,
    byteOffset,
    byteLength,
    status,
    timestamp,
    type,
    subtype,
    ordinal,
    text,
    textTruncated,
  }
}

function lineAsText(line: LineRow): string {
  const status = line.status === 'record' ? '' : `  [${line.status}]`
  const type = [line.type, line.subtype].filter((part) => part !== null).join('/')
  const place = `${String(line.lineNumber).padStart(6)}  @${formatCount(line.byteOffset)} +${formatCount(line.byteLength)}`
  const facts = [line.timestamp, type === '' ? null : type].filter((part) => part !== null).map(escapeText)
  const text = `${escapeText(line.text)}${line.textTruncated ? ' … (--max-text shows more)' : ''}`
  return `${[place, ...facts].join('  ')}${status}\n        ${text}\n`
}

function hiddenNote({ scannedLines, matched, complete, scannedBytes, totalBytes }: FilterState): string {
  const hidden = `${formatCount(scannedLines - matched)} of ${formatCount(scannedLines)} lines do not match.`
  const rest = ` Only the first ${formatCount(scannedBytes)} of ${formatCount(totalBytes)} bytes were filtered: more matches than can be kept.`
  return `rollscope: ${hidden}${complete ? '' : rest}\n`
}
