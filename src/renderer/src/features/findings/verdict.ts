import { assertNever } from '../../../../shared/assertNever'
import type { CodexSight } from '../../../../shared/validation/codexReport'
import type { ValidationReport } from '../../../../shared/validation/report'
import { formatBytes, formatCount, formatNumberOf } from '../../ui/format'

/** A verdict in words. They say what was found and how much was read, never that a file is in good health. */
export interface VerdictWords {
  readonly tone: 'damage' | 'warning' | 'plain'
  readonly title: string
  readonly sentence: string
}

/** Words for the verdict of a report. */
export function verdictWords(report: ValidationReport): VerdictWords {
  const { verdict, counts, contentBytes, lineCount } = report
  const isEmpty = contentBytes === 0 && lineCount === 0
  const read = isEmpty
    ? 'This file is empty.'
    : `${formatBytes(contentBytes)} in ${formatNumberOf(lineCount, 'line')} were read.`
  if (isEmpty && verdict !== 'unreadable') {
    const tone = counts.error > 0 ? 'damage' : counts.warning > 0 ? 'warning' : 'plain'
    return { tone, title: 'This file is empty.', sentence: 'There is nothing in it to read.' }
  }
  switch (verdict) {
    case 'damaged':
      return {
        tone: 'damage',
        title: 'Damaged.',
        sentence: `${formatNumberOf(counts.error, 'error')}: content is lost or would be misread. ${read}`,
      }
    case 'findings':
      return {
        tone: 'warning',
        title: 'Readable, not as specified.',
        sentence: `${formatNumberOf(counts.warning, 'warning')}. ${read}${lossWords(report)}`,
      }
    case 'clean':
      return {
        tone: 'plain',
        title: 'Clean',
        sentence: `in what was checked${noteWords(counts.info)}. ${read}${lossWords(report)} What was not checked stands with the ledger.`,
      }
    case 'unreadable':
      return {
        tone: 'warning',
        title: 'Not read as a whole.',
        sentence: `${amountRead(report)}, so nothing can be said about the whole.`,
      }
    default:
      return assertNever(verdict)
  }
}

/** What Codex does not read of lines that are sound; of damaged ones the findings say so. */
function lossWords({ codex }: ValidationReport): string {
  const lost = codex.measured ? codex.lines.skips + codex.lines.misreads : 0
  if (!codex.measured || lost === 0) return ''
  const lines = lost === 1 ? '1 line of it' : `${formatCount(lost)} lines of it`
  return ` Codex ${codex.version} does not read ${lines}, line ${formatCount(firstLost(codex))} first.`
}

function firstLost({ reasons }: CodexSight): number {
  return Math.min(...reasons.map(({ firstLine }) => firstLine))
}

function noteWords(count: number): string {
  return count === 0 ? '' : `, with ${formatNumberOf(count, 'note')}`
}

/** The two sizes of a compressed file cannot be compared: one is of what lies on disk, the other of what came out. */
function amountRead({ form, ledger, sizeBytes, contentBytes }: ValidationReport): string {
  if (form === 'jsonl' && ledger.totalBytes >= contentBytes && contentBytes >= sizeBytes)
    return `All ${formatNumberOf(contentBytes, 'byte')} were read, but the file was changed meanwhile`
  return form === 'jsonl.zst'
    ? `Only ${formatNumberOf(ledger.totalBytes, 'byte')} could be decompressed from the ${formatCount(sizeBytes)} on disk`
    : `Only ${formatCount(ledger.totalBytes)} of ${formatNumberOf(sizeBytes, 'byte')} were read`
}
