/** What is known to be wrong with the defect files is found, at the place where it is; what is right with them is left alone. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../src/shared/validation/finding'
import type { ValidationReport } from '../../../src/shared/validation/report'
import { sharedFolder } from '../../support/shared'
import { reportOf } from './check'

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

/**
 * What is said all the same, and is true: a header holds a secret; and where the hostile text was put into one of the
 * places that hold a message and not into the others, they differ, which is a sign of somebody who edited the file.
 */
const rightlyBlamed: readonly string[] = [
  'html-script: message/last-answer 14',
  'csv-formula: message/differs 12',
  'fake-secrets: meta/credentials 1',
  'long-word: message/last-answer 14',
]

/** Places that the list names and that no finding stands at, each with the reason. */
const elsewhere: Readonly<Record<string, string>> = {
  'meta-second-line line 1': 'what comes too late stands on line 2, and is named there',
  'meta-second-line-after-item line 1': 'what comes too late stands on line 2, and is named there',
  'meta-last-line line 1': 'what comes too late stands on line 21, and is named there',
  'paginated-no-task-started line 2':
    'the line is not there; the finding stands at the end of the turn (line 16)',
}

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

/** True when a finding is about the line of a place, holds its byte, or is about the file of a place without a line. */
function standsAt(finding: Finding, { line, byte }: Place): boolean {
  // Who may read a file says nothing about what is in it.
  if (finding.rule === 'file/readable-by-others') return false
  if (finding.lineNumber !== null && finding.lineNumber === line) return true
  const end = finding.byteOffset + Math.max(1, finding.byteLength)
  return (finding.lineNumber === null && line <= 1) || (byte >= finding.byteOffset && byte < end)
}

describe.skipIf(shared === null)('the defect files', () => {
  // SPEC check/defects
  it('have a finding at every place where something is known to be wrong', async () => {
    const missed: string[] = []
    for (const entry of cases) {
      const { findings } = await caseReport(entry)
      for (const place of entry.where) {
        if (nothingWrong.includes(entry.case) || findings.some((finding) => standsAt(finding, place)))
          continue
        const name = `${entry.case} line ${String(place.line)}`
        if (!(name in elsewhere)) missed.push(name)
      }
    }
    expect(missed).toEqual([])
  })

  it('have no error and no warning where nothing is wrong', async () => {
    const blamed: string[] = []
    for (const entry of cases) {
      if (!nothingWrong.includes(entry.case)) continue
      const { findings } = await caseReport(entry)
      for (const { rule, severity, lineNumber } of findings) {
        if (severity !== 'info') blamed.push(`${entry.case}: ${rule} ${String(lineNumber)}`)
      }
    }
    expect(blamed).toEqual(rightlyBlamed)
  })
})
