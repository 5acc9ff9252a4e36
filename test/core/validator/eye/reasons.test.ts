/** Why Codex does not read lines as they stand is told of every file, whatever its verdict; and findings say the same. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { codexAsText } from '../../../../src/core/report/codexText'
import { sharedFolder } from '../../../support/shared'
import { check, reportOf } from '../check'
import { completed, event, item, later, meta, session, started } from '../records'
import { eyeOf } from './eyeOf'

const unknown = (type: string): object => ({ ...event('x'), type })

describe('the reasons why Codex loses lines', () => {
  // SPEC eye/reasons
  it('are told of a file without any error, with the first line of each', async () => {
    const content = session(
      started('t'),
      unknown('later'),
      ...[unknown('later'), unknown('other'), completed('t')].map(later),
    )
    const { codex, verdict } = await check(content, [], { rules: /^line/ })
    expect(verdict).toBe('clean')
    const reasons = [
      { outcome: 'skips', note: 'The type "later" is unknown to Codex.', lines: 2, firstLine: 3 },
      { outcome: 'skips', note: 'The type "other" is unknown to Codex.', lines: 1, firstLine: 5 },
    ]
    expect(codex).toMatchObject({ lines: { skips: 3 }, reasons })
    expect(codexAsText(codex).split('\n').slice(3)).toEqual([
      'Codex 0.169 skips 2 lines, the first line 3. The type "later" is unknown to Codex.',
      'Codex 0.169 skips line 5. The type "other" is unknown to Codex.',
      '',
    ])
  })

  it('are few, however many there are: the rest is counted', () => {
    const types = Array.from({ length: 50 }, (_, at) => unknown(`t${'x'.repeat(at)}`))
    const { reasons, lines } = eyeOf(session(...types, ...types)).sight
    expect(reasons.length).toBe(21)
    expect(reasons.at(-1)).toEqual({
      outcome: 'skips',
      note: 'For other reasons than those that are listed.',
      lines: 60,
      firstLine: 22,
    })
    expect(reasons.reduce((sum, reason) => sum + reason.lines, 0)).toBe(lines.skips)
  })

  it('are one where they differ in numbers alone', () => {
    const lines = [meta({ history_mode: 'paginated' }), started('t'), started('u'), started('v')].map(
      (record, at) => ({ ...record, ordinal: at === 0 ? 9 : at }),
    )
    const { sight } = eyeOf(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    expect(sight.reasons).toEqual([
      {
        outcome: 'misreads',
        note: 'Codex has already counted to 9: it does not show what comes with ordinal 1.',
        lines: 3,
        firstLine: 2,
      },
    ])
  })

  it('are none for what Codex reads', () => {
    expect(
      eyeOf(session(started('t'), item('message', { role: 'user', content: [] }))).sight.reasons,
    ).toEqual([])
  })
})

const shared = sharedFolder()

interface DefectCase {
  readonly case: string
  readonly file: string
}

describe.skipIf(shared === null)('findings about the defect files', () => {
  // SPEC rule/codex
  it('refuse a session where Codex does, in one and the same way', async () => {
    const folder = join(shared ?? '', 'corpus', 'defects')
    const cases = JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8')) as readonly DefectCase[]
    const wrong: string[] = []
    for (const { case: name, file } of cases) {
      const { findings, codex } = await reportOf(join(folder, 'cases', name, file))
      if (!codex.measured) continue
      const notes = findings.flatMap((one) => (one.codex?.outcome === 'refuses' ? [one.codex.note] : []))
      const isRefused = codex.reads.answer === 'no' || codex.resumes.answer === 'no'
      if (notes.length > 0 && !isRefused) wrong.push(`${name}: refused by a finding alone`)
      const own = codex.reads.answer === 'no' ? codex.reads.note : codex.resumes.note
      for (const note of notes) if (!note.includes(`"${own}"`)) wrong.push(`${name}: ${note}`)
      if (codex.reads.answer !== 'no') continue
      const other = findings.filter((one) => one.codex !== null && one.codex.outcome !== 'refuses')
      if (other.length > 0) wrong.push(`${name}: ${other.map(({ rule }) => rule).join(' ')}`)
    }
    expect(wrong).toEqual([])
  })
})
