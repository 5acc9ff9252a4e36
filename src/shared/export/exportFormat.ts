/**
 * Formats of an export. `original` is the files as they are, byte for byte; `jsonl` one JSON object for each physical
 * line; `markdown` one readable document for each session; `csv` one table of the list.
 */
export const exportFormats = ['original', 'jsonl', 'markdown', 'csv'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** The two files that every export has beside what it exports. */
export const manifestName = 'manifest.sha256'

/** The name of the record of an export, beside its manifest. */
export const recordName = 'selection.json'

/** Longest words of a filter that an export records. */
export const mostFilterText = 100_000
