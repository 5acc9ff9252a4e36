/** Formats that a report of many files can be written in. */
export const reportFormats = ['text', 'json', 'jsonl'] as const
export type ReportFormat = (typeof reportFormats)[number]

/** Formats that are part of the contract of `validate` and that this version does not write. */
export const laterReportFormats = ['sarif', 'junit', 'html'] as const
