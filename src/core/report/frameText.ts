/** Frame text: the head and the end of a report for people. Text that others chose is escaped. */
import { escapeText } from '../../shared/escapeText'
import { formatCount, plural } from '../../shared/formatText'
import type { ReportEnd, ReportHead, ReportSummary } from '../../shared/validation/reportParts'

/** Places that are named one by one; a shell may put thousands in the place of a `*`. Each file stands below anyway. */
const placesNamed = 20

/** Who made the report, of what, and what is to be known of how that was reached. */
export function headAsText({ tool, examined, notes }: ReportHead): string {
  const { version, codex, now } = tool
  const times = now === null ? 'with each other alone' : `with ${escapeText(now)}, too`
  const more = examined.length - placesNamed
  return [
    `Rollscope ${escapeText(version)}; Codex ${escapeText(codex)}; times compared ${times}\n`,
    ...examined
      .slice(0, placesNamed)
      .map((place) => `examined: ${place === '' ? '""' : escapeText(place)}\n`),
    more > 0 ? `examined: ${formatCount(more)} more\n` : '',
    ...notes.map(({ message }) => `note: ${escapeText(message)}\n`),
    '\n',
  ].join('')
}

/** What the report comes to, and first that it is not of everything where it was cancelled. */
export function endAsText({ cancelled, summary }: ReportEnd): string {
  return cancelled ? `CANCELLED before its end\n${summaryAsText(summary)}` : summaryAsText(summary)
}

function summaryAsText(summary: ReportSummary): string {
  const { error, warning, info } = summary.findings
  const { clean, findings, damaged, unreadable } = summary.verdicts
  const parts = [
    `${formatCount(damaged)} damaged`,
    `${formatCount(findings)} with findings`,
    `${formatCount(clean)} clean`,
    `${formatCount(unreadable)} unreadable`,
  ]
  const { noFiles, notChecked } = summary
  if (notChecked > 0) parts.push(`${formatCount(notChecked)} not checked`)
  const none = noFiles === 0 ? '' : `${plural(noFiles, 'place')} without a file that could be checked\n`
  return (
    `${plural(summary.files, 'file')}: ${parts.join(', ')}\n` +
    none +
    `findings: ${plural(error, 'error')}, ${plural(warning, 'warning')}, ${formatCount(info)} for information\n`
  )
}
