/** Output name: what an export or the file of a report is called unless somebody names it. Pure. */
import type { ReportFormat } from '../../../shared/validation/reportFormat'

/** `rollscope-export-2026-11-20-1432`, in local time. */
export function defaultFolderName(nowMs: number): string {
  return timedName('export', nowMs)
}

const endings: Readonly<Record<ReportFormat, string>> = { text: '.txt', json: '.json', jsonl: '.jsonl' }

/** `rollscope-validation-2026-11-20-1432.json`, in local time. */
export function defaultReportName(nowMs: number, format: ReportFormat): string {
  return timedName('validation', nowMs) + endings[format]
}

/** The same name for another format: an ending that a format gave is exchanged, one that a person chose stays. */
export function renamedFor(name: string, from: ReportFormat, to: ReportFormat): string {
  return name.endsWith(endings[from]) ? name.slice(0, -endings[from].length) + endings[to] : name
}

function timedName(what: string, nowMs: number): string {
  const now = new Date(nowMs)
  const two = (number: number): string => String(number).padStart(2, '0')
  const day = `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  return `rollscope-${what}-${day}-${two(now.getHours())}${two(now.getMinutes())}`
}
