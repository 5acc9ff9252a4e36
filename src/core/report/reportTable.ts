/** Report table: the one door to every format of a report. A format is a file of this room and a line here. */
import type { ReportFormat } from '../../shared/validation/reportFormat'
import { jsonLinesReport, jsonReport } from './jsonReport'
import type { CreateReportWriter } from './reportWriter'
import { textReport } from './textReport'

/** One way to make a writer for each format. */
export const reportTable: Readonly<Record<ReportFormat, CreateReportWriter>> = {
  text: textReport,
  json: jsonReport,
  jsonl: jsonLinesReport,
}
