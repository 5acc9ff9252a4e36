/** JSON reports: one document, or one document a line. Both hold the same values under the same names. */
import { toSafeJson } from '../../shared/safeJson'
import type { FileEntry } from './report'
import type { CreateReportWriter } from './reportWriter'

/** Writes one JSON document: `tool`, `examined`, `notes`, `files`, `homes`, `cancelled`, `summary`. */
export const jsonReport: CreateReportWriter = ({ tool, examined, notes }, out) => {
  let part: 'files' | 'homes' = 'files'
  let isFirst = true
  const next = (value: unknown): Promise<void> => {
    const separator = isFirst ? '\n' : ',\n'
    isFirst = false
    return out(separator + toSafeJson(value))
  }
  const toHomes = async (): Promise<void> => {
    if (part === 'homes') return
    part = 'homes'
    isFirst = true
    await out('\n],"homes":[')
  }
  return {
    begin: () =>
      out(
        `{"tool":${toSafeJson(tool)},"examined":${toSafeJson(examined)},"notes":${toSafeJson(notes)},"files":[`,
      ),
    file: (entry) => next(toJsonFile(entry)),
    home: async (report) => {
      await toHomes()
      await next(report)
    },
    end: async ({ cancelled, summary }) => {
      await toHomes()
      await out(
        `${isFirst ? '' : '\n'}],"cancelled":${String(cancelled)},"summary":${toSafeJson(summary)}}\n`,
      )
    },
  }
}

/** Writes JSON lines: one for each file, `{"home"}` for each home, and all that is about the whole at the end, with `tool` first. */
export const jsonLinesReport: CreateReportWriter = (head, out) => ({
  begin: () => Promise.resolve(),
  file: (entry) => out(`${toSafeJson(toJsonFile(entry))}\n`),
  home: (home) => out(`${toSafeJson({ home })}\n`),
  end: (end) => out(`${toSafeJson({ ...head, ...end })}\n`),
})

/** Returns a file as JSON shows it: the path first, then the report's own fields, or the error. What is no file has no verdict. */
function toJsonFile(entry: FileEntry): Readonly<Record<string, unknown>> {
  if ('error' in entry) {
    const { code, message, hint } = entry.error
    return { path: entry.path, verdict: entry.verdict, error: { code, message, hint } }
  }
  return { path: entry.path, ...entry.report }
}
