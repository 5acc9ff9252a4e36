/** Text report: a block for each file, for people. Text from rollouts is escaped. */
import { escapeText } from '../../shared/escapeText'
import { formatCount, formatTable, plural } from '../../shared/formatText'
import { omittedText } from '../../shared/validation/omittedFindings'
import type { Finding } from '../../shared/validation/finding'
import type { HomeFinding, HomeReport } from '../../shared/validation/homeReport'
import type { ValidationReport } from '../../shared/validation/report'
import { codexAsText } from './codexText'
import type { FileEntry, Summary } from './report'
import type { CreateReportWriter } from './reportWriter'

/** Writes text. What was not checked is mostly the same for all files, so it is told once, at the end. */
export const textReport: CreateReportWriter = (_tool, out) => {
  const notChecked = new Map<string, number>()
  let reports = 0
  return {
    begin: () => Promise.resolve(),
    file(entry) {
      if ('report' in entry) {
        reports += 1
        for (const text of entry.report.notChecked) notChecked.set(text, (notChecked.get(text) ?? 0) + 1)
      }
      return out(`${fileAsText(entry)}\n`)
    },
    home: (report) => out(`${homeAsText(report)}\n`),
    end: (summary) => out(summaryAsText(summary) + notCheckedAsText(notChecked, reports)),
  }
}

function notCheckedAsText(notChecked: ReadonlyMap<string, number>, reports: number): string {
  if (notChecked.size === 0) return ''
  const rows = [...notChecked].map(([text, count]) => {
    const where = count === reports ? '' : ` (in ${plural(count, 'file')})`
    return `  ${escapeText(text)}${where}\n`
  })
  return `not checked:\n${rows.join('')}`
}

function fileAsText(entry: FileEntry): string {
  const name = escapeText(entry.path)
  if ('error' in entry) {
    const hint = entry.error.hint === undefined ? '' : `\n  ${escapeText(entry.error.hint)}`
    return `${name}\n  NOT READ: ${escapeText(entry.error.message)} (${entry.error.code})${hint}\n`
  }
  const { report } = entry
  return [
    `${name}\n`,
    indent(`${report.verdict.toUpperCase()}  ${factsOf(report)}\n`),
    indent(`sha256 ${report.sha256 ?? 'not known: not every byte was read'}\n`),
    indent(codexAsText(report.codex)),
    indent(ledgerAsText(report)),
    indent(report.findings.map(findingAsText).join('')),
    report.omittedFindings > 0 ? indent(`${escapeText(omittedText(report))}\n`) : '',
  ].join('')
}

function factsOf(report: ValidationReport): string {
  const content = report.form === 'jsonl' ? '' : `, ${formatCount(report.contentBytes)} bytes decompressed`
  return [
    `${report.format} ${report.form}`,
    `${formatCount(report.sizeBytes)} bytes${content}`,
    plural(report.lineCount, 'line'),
    `session ${report.session === null ? 'not known' : escapeText(report.session)}`,
  ].join('  ')
}

function ledgerAsText({ ledger }: ValidationReport): string {
  const rows = ledger.spans.map((span) => [span.kind, formatCount(span.count), formatCount(span.bytes)])
  const columns = [{ title: 'spans' }, { title: 'count', right: true }, { title: 'bytes', right: true }]
  return formatTable(columns, [...rows, ['total', '', formatCount(ledger.totalBytes)]])
}

function findingAsText(finding: Finding): string {
  const line = finding.lineNumber === null ? 'file' : `line ${formatCount(finding.lineNumber)}`
  const place = `${line}${bytesText(finding)}`
  const codex =
    finding.codex === null
      ? ''
      : `\n         Codex ${finding.codex.outcome} it: ${escapeText(finding.codex.note)}`
  return `${finding.severity.padEnd(7)}  ${finding.rule}  ${place}\n         ${escapeText(finding.message)}${codex}\n`
}

/** Nothing for a finding that spans no bytes, such as who may read the file: there is no place to look at. */
function bytesText({ byteOffset, byteLength }: Finding): string {
  return byteLength === 0 ? '' : `, bytes ${formatCount(byteOffset)} +${formatCount(byteLength)}`
}

function homeAsText({ path, findings, notChecked }: HomeReport): string {
  const unchecked = notChecked.map((text) => `not checked: ${escapeText(text)}\n`)
  return [
    `the home ${escapeText(path)}\n`,
    indent(findings.length === 0 ? 'nothing found in the home as a whole\n' : ''),
    indent(findings.map(homeFindingAsText).join('')),
    indent(unchecked.join('')),
  ].join('')
}

function homeFindingAsText({ severity, rule, message, files }: HomeFinding): string {
  const names = files.map((file) => `         ${escapeText(file)}\n`).join('')
  return `${severity.padEnd(7)}  ${rule}\n         ${escapeText(message)}\n${names}`
}

function summaryAsText(summary: Summary): string {
  const { error, warning, info } = summary.findings
  const { clean, findings, damaged, unreadable } = summary.verdicts
  const parts = [
    `${formatCount(damaged)} damaged`,
    `${formatCount(findings)} with findings`,
    `${formatCount(clean)} clean`,
    `${formatCount(unreadable)} unreadable`,
  ]
  const { noFiles } = summary
  const none = noFiles === 0 ? '' : `${plural(noFiles, 'place')} without a file that could be checked\n`
  return (
    `${plural(summary.files, 'file')}: ${parts.join(', ')}\n` +
    none +
    `findings: ${plural(error, 'error')}, ${plural(warning, 'warning')}, ${formatCount(info)} for information\n`
  )
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ')
}
