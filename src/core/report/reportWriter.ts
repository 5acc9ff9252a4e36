/** Report writer: what every format of a report is, so that whoever writes one need not know which it is. */
import type { HomeReport } from '../../shared/validation/homeReport'
import type { ReportEnd, ReportHead } from '../../shared/validation/reportParts'
import type { FileEntry } from './report'

/** Takes the next text of a report; resolves when more may come. */
export type Out = (text: string) => Promise<void>

/**
 * Takes the parts of a report in order: the beginning, every file, then every home, then the end. It writes each part as
 * it comes and keeps nothing that grows with the number of files.
 */
export interface ReportWriter {
  begin(): Promise<void>
  file(entry: FileEntry): Promise<void>
  home(report: HomeReport): Promise<void>
  end(end: ReportEnd): Promise<void>
}

/** Makes a writer of one format. */
export type CreateReportWriter = (head: ReportHead, out: Out) => ReportWriter
