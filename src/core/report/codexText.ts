/** Codex text: what Codex makes of a file, as three lines of a report for people, and one for each reason why it loses lines. */
import type { CodexReport, CodexSight } from '../../shared/validation/codexReport'
import { escapeText } from '../../shared/escapeText'
import { formatCount, plural } from '../../shared/formatText'

/** Returns the lines; one where the version was not measured. */
export function codexAsText(report: CodexReport): string {
  const name = `Codex ${escapeText(report.version)}`
  if (!report.measured) return `${name}: not measured\n`
  const { lists, reads, resumes, lines, byBeginning } = report
  const turns = reads.turns === null ? '' : ` (${plural(reads.turns, 'turn')})`
  const counts =
    reads.answer === 'no'
      ? `taken by themselves, ${plural(lines.reads, 'line')} could be read, ${formatCount(lines.skips + lines.misreads)} not`
      : `lines: ${formatCount(lines.reads)} read, ${formatCount(lines.skips)} skipped, ${formatCount(lines.misreads)} misread`
  const answers = [
    `${name} lists it: ${answerText(lists)}${lists.id === null || lists.answer === 'no' ? '' : `, as ${escapeText(lists.id)}`}`,
    `${name} reads it: ${answerText(reads)}${turns}; ${counts}`,
    `${name} resumes it: ${answerText(resumes)}${resumeText(resumes)}`,
  ]
    .map((line, index) => `${line}${noteText([lists, reads, resumes][index]?.note ?? '')}\n`)
    .join('')
  const caveat = byBeginning === null || reads.answer === 'yes' ? '' : `${name}: ${byBeginning.note}\n`
  return answers + caveat + report.reasons.map((reason) => `${name} ${reasonText(reason)}\n`).join('')
}

function reasonText({ outcome, note, lines, firstLine }: CodexSight['reasons'][number]): string {
  const where =
    lines === 1
      ? `line ${formatCount(firstLine)}`
      : `${plural(lines, 'line')}, the first line ${formatCount(firstLine)}`
  return `${outcome} ${where}. ${escapeText(note)}`
}

function answerText({ answer }: Pick<CodexSight['lists'], 'answer'>): string {
  return answer === 'unknown' ? 'not known' : answer
}

function noteText(note: string): string {
  return note === '' ? '' : `. ${escapeText(note)}`
}

function resumeText({ newlineFirst, nextOrdinal }: CodexSight['resumes']): string {
  const first = newlineFirst ? ', after a line feed' : ''
  return nextOrdinal === null ? first : `${first}, from ordinal ${nextOrdinal}`
}
