/** Validate writers: the report as text, JSON or JSON lines. Each writes file by file and keeps nothing. */
import type { Finding } from '../../shared/validation/finding'
import type { ValidationReport } from '../../shared/validation/report'
import { codexAsText } from './codexText'
import { escapeText, toSafeJson } from './escapeText'
import { formatCount, formatTable, plural } from './format'
import { toJsonFile, type FileEntry, type ReportTool, type Summary } from './validateReport'

/** Takes the parts of a report in order. */
export interface ReportWriter {
  begin(): Promise<void>
  file(entry: FileEntry): Promise<void>
  end(summary: Summary): Promise<void>
}

type Out = (text: string) => Promise<void>

/** Formats that this version writes. */
export const validateFormats = ['text', 'json', 'jsonl'] as const

/** One way to make a writer for each format. */
export const reportWriters: Readonly<
  Record<(typeof validateFormats)[number], (tool: ReportTool, out: Out) => ReportWriter>
> = { text: textWriter, json: jsonWriter, jsonl: jsonLinesWriter }

function jsonWriter(tool: ReportTool, out: Out): ReportWriter {
  let first = true
  return {
    begin: () => out(`{"tool":${toSafeJson(tool)},"files":[`),
    file(entry) {
      const separator = first ? '\n' : ',\n'
      first = false
      return out(separator + toSafeJson(toJsonFile(entry)))
    },
    end: (summary) => out(`\n],"summary":${toSafeJson(summary)}}\n`),
  }
}

function jsonLinesWriter(tool: ReportTool, out: Out): ReportWriter {
  return {
    begin: () => Promise.resolve(),
    file: (entry) => out(`${toSafeJson(toJsonFile(entry))}\n`),
    end: (summary) => out(`${toSafeJson({ tool, summary })}\n`),
  }
}

/** What was not checked is mostly the same for all files, so it is told once, at the end. */
function textWriter(_tool: ReportTool, out: Out): ReportWriter {
  const notChecked = new Map<string, number>()
  return {
    begin: () => Promise.resolve(),
    file(entry) {
      const unchecked = 'report' in entry ? entry.report.notChecked : []
      for (const text of unchecked) notChecked.set(text, (notChecked.get(text) ?? 0) + 1)
      return out(`${fileAsText(entry)}\n`)
    },
    end: (summary) => out(summaryAsText(summary) + notCheckedAsText(notChecked, summary)),
  }
}

function notCheckedAsText(notChecked: ReadonlyMap<string, number>, { files, verdicts }: Summary): string {
  if (notChecked.size === 0) return ''
  const read = files - verdicts.unreadable
  const rows = [...notChecked].map(([text, count]) => {
    const where = count === read ? '' : ` (in ${plural(count, 'file')})`
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
    report.omittedFindings > 0
      ? indent(`${formatCount(report.omittedFindings)} more findings are counted and not listed\n`)
      : '',
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
  const place = `${line}, bytes ${formatCount(finding.byteOffset)} +${formatCount(finding.byteLength)}`
  const codex =
    finding.codex === null
      ? ''
      : `\n         Codex ${finding.codex.outcome} it: ${escapeText(finding.codex.note)}`
  return `${finding.severity.padEnd(7)}  ${finding.rule}  ${place}\n         ${escapeText(finding.message)}${codex}\n`
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
  return (
    `${plural(summary.files, 'file')}: ${parts.join(', ')}\n` +
    `findings: ${plural(error, 'error')}, ${plural(warning, 'warning')}, ${formatCount(info)} for information\n`
  )
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ')
}
