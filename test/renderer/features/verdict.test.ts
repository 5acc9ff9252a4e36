import { describe, expect, it } from 'vitest'
import { verdictWords } from '../../../src/renderer/src/features/findings/verdict'
import { verdicts } from '../../../src/shared/validation/report'
import { fakeReport } from '../../support/fakeExplorer'
import { reportOf } from '../support/fakeClient'

describe('verdictWords', () => {
  it('says what was found and how much was read, and never that a file is healthy', () => {
    for (const verdict of verdicts) {
      const { title, sentence } = verdictWords(reportOf({ verdict }))
      expect(`${title} ${sentence}`).not.toMatch(/healthy|valid|intact|\bok\b/i)
    }
    expect(verdictWords(reportOf()).sentence).toBe(
      'in what was checked. 1 KB in 100 lines were read. What was not checked stands with the ledger.',
    )
    const counts = { error: 1, warning: 2, info: 3 }
    expect(verdictWords(reportOf({ counts })).sentence).toMatch(/^in what was checked, with 3 notes\. /)
    expect(verdictWords(reportOf({ verdict: 'damaged', counts })).sentence).toMatch(
      /^1 error: content is lost or would be misread\. /,
    )
  })

  // SPEC eye/reasons
  it('says of a clean file how many of its lines Codex does not read', () => {
    const { codex } = fakeReport
    if (!codex.measured) throw new Error('measured')
    const reasons = [
      { outcome: 'misreads' as const, note: 'a', lines: 1, firstLine: 14 },
      { outcome: 'skips' as const, note: 'b', lines: 2, firstLine: 9 },
    ]
    const lossy = { ...codex, lines: { reads: 97, skips: 2, misreads: 1 }, reasons }
    const said = 'Codex 0.169 does not read 3 lines of it, line 9 first.'
    expect(verdictWords(reportOf({ codex: lossy })).sentence).toContain(said)
    expect(verdictWords(reportOf({ verdict: 'findings', codex: lossy })).sentence).toContain(said)
  })

  it('says of an empty file that it is empty', () => {
    const { title, sentence } = verdictWords(reportOf({ contentBytes: 0, lineCount: 0 }))
    expect(`${title} ${sentence}`).toBe('This file is empty. There is nothing in it to read.')
  })

  it('says of an incomplete report how many of the bytes were read', () => {
    const ledger = { totalBytes: 1_234, spans: [] }
    const report = reportOf({ verdict: 'unreadable', sizeBytes: 5_000, ledger })
    expect(verdictWords(report).sentence).toContain('Only 1,234 of 5,000 bytes were read')
    expect(verdictWords({ ...report, form: 'jsonl.zst' }).sentence).toContain(
      'Only 1,234 bytes could be decompressed from the 5,000 on disk',
    )
  })

  it('does not say of a file that was changed meanwhile that only a part was read', () => {
    expect(verdictWords(reportOf({ verdict: 'unreadable' })).sentence).toBe(
      'All 1,000 bytes were read, but the file was changed meanwhile, so nothing can be said about the whole.',
    )
  })
})
