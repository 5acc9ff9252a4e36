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

/** The secrets of that file stand in output and arguments, which are nobody's to judge; the one in its header is named. */
const rightlyBlamed: readonly string[] = ['fake-secrets: meta/credentials 1']

/** Places that the list names and that no finding stands at, each with the reason. */
const elsewhere: Readonly<Record<string, string>> = {
  'meta-second-line line 1': 'what comes too late stands on line 2, and is named there',
  'meta-second-line-after-item line 1': 'what comes too late stands on line 2, and is named there',
  'meta-last-line line 1': 'what comes too late stands on line 21, and is named there',
  'paginated-no-task-started line 2':
    'the line is not there; the finding stands at the end of the turn (line 16)',
  'meta-second-line line 1': 'the finding stands at the session meta, which comes too late',
  'meta-second-line-after-item line 1': 'the finding stands at the session meta, which comes too late',
  'meta-last-line line 1': 'the finding stands at the session meta, which comes too late',
}

const shared = sharedFolder()
const folder = join(shared ?? '', 'corpus', 'defects')
const cases: readonly DefectCase[] =
  shared === null ? [] : (JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8')) as DefectCase[])

function caseReport({ case: name, file }: DefectCase): Promise<ValidationReport> {
  return reportOf(join(folder, 'cases', name, file))
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
        const finding = `${entry.case}: ${rule} ${String(lineNumber)}`
        if (severity !== 'info' && !differing.includes(finding)) blamed.push(finding)
      }
    }
    expect(blamed).toEqual(rightlyBlamed)
  })
})
