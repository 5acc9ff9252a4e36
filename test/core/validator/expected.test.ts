/** What is known to be wrong with the defect files is found, at the place where it is; what is right with them is left alone. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../src/shared/validation/finding'
import type { ValidationReport } from '../../../src/shared/validation/report'
import { sharedFolder } from '../../support/shared'
import { reportOf } from './check'
import { expectedFindings } from './expectedFindings'

interface Place {
  readonly line: number
  readonly byte: number
  readonly len?: number
}

interface DefectCase {
  readonly case: string
  readonly file: string
  readonly where: readonly Place[]
}

/** Cases in which nothing is wrong with a rollout: controls, valid forms, and text that is hostile to who shows it. */
const nothingWrong: readonly string[] = [
  'legacy-valid',
  'paginated-valid',
  'legacy-name-local-time',
  'meta-without-source',
  'meta-cwd-windows',
  'key-order-shuffled',
  'fork-valid',
  'deep-nesting-in-arguments',
  'html-script',
  'html-in-first-message',
  'csv-formula',
  'path-traversal',
  'image-data-url',
  'fake-secrets',
  'long-word',
  'many-lines-message',
]

/** Places that the list names and that no finding stands at, each with the reason. */
const elsewhere: Readonly<Record<string, string>> = {
  'meta-second-line line 1': 'what comes too late stands on line 2, and is named there',
  'meta-second-line-after-item line 1': 'what comes too late stands on line 2, and is named there',
  'meta-last-line line 1': 'what comes too late stands on line 21, and is named there',
  'paginated-no-task-started line 2':
    'the line is not there; the finding stands at the end of the turn (line 16)',
}

/** Rules about a file as a whole: in the list they stand at its first line. */
const ofTheFile: ReadonlySet<string> = new Set([
  'file/empty',
  'file/not-text',
  'format/bare',
  'format/foreign',
  'meta/missing',
  'session/no-message',
])

const shared = sharedFolder()
const folder = join(shared ?? '', 'corpus', 'defects')
const cases: readonly DefectCase[] =
  shared === null ? [] : (JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8')) as DefectCase[])

const reports = new Map<string, Promise<ValidationReport>>()

/** Checks a case once, whoever asks. */
function caseReport({ case: name, file }: DefectCase): Promise<ValidationReport> {
  const report = reports.get(name) ?? reportOf(join(folder, 'cases', name, file))
  reports.set(name, report)
  return report
}

/** True where a finding stands at a place: on its line and over its byte, or over several lines and that byte. */
function standsAt({ rule, lineNumber, byteOffset, byteLength }: Finding, { line, byte }: Place): boolean {
  if (lineNumber === null) return ofTheFile.has(rule) && line <= 1 && byte === 0
  const end = byteOffset + byteLength
  return lineNumber === line ? byte >= byteOffset && byte <= end : byte > byteOffset && byte < end
}

/** A finding as the table writes it. */
function written({ rule, lineNumber, byteOffset, byteLength }: Finding): string {
  return `${rule} ${String(lineNumber ?? 'file')} @${String(byteOffset)}+${String(byteLength)}`
}

/** The findings of a case that are about its content. */
async function findingsOf(entry: DefectCase): Promise<readonly Finding[]> {
  const { findings } = await caseReport(entry)
  return findings.filter(({ rule }) => rule !== 'file/readable-by-others')
}

describe.skipIf(shared === null)('the defect files', () => {
  // SPEC check/defects
  it('have exactly the findings that the list of what is wrong with them asks for', async () => {
    expect(Object.keys(expectedFindings)).toEqual(cases.map((entry) => entry.case))
    for (const entry of cases) {
      const { at = [], besides } = expectedFindings[entry.case] ?? {}
      const found = (await findingsOf(entry)).map(written)
      expect([entry.case, ...found].sort()).toEqual([entry.case, ...at, ...(besides?.findings ?? [])].sort())
    }
  })

  it('have those findings at every place that the list names, and others for a reason alone', async () => {
    const missed: string[] = []
    const strays: string[] = []
    for (const entry of cases) {
      const findings = await findingsOf(entry)
      const { at = [] } = expectedFindings[entry.case] ?? {}
      const named = findings.filter((finding) => at.includes(written(finding)))
      for (const place of entry.where) {
        const name = `${entry.case} line ${String(place.line)}`
        if (nothingWrong.includes(entry.case) || name in elsewhere) continue
        if (!named.some((finding) => standsAt(finding, place))) missed.push(name)
      }
      for (const finding of named) {
        if (!entry.where.some((place) => standsAt(finding, place)))
          strays.push(`${entry.case} ${written(finding)}`)
      }
    }
    expect([missed, strays]).toEqual([[], []])
  })

  it('have no error where nothing is wrong, and warnings for a reason alone', async () => {
    for (const entry of cases) {
      if (!nothingWrong.includes(entry.case)) continue
      const { findings } = await caseReport(entry)
      const blamed = findings.filter(({ severity }) => severity !== 'info').map(written)
      expect(
        blamed.filter((text) => expectedFindings[entry.case]?.besides?.findings.includes(text) !== true),
      ).toEqual([])
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    }
  })
})
