import { describe, expect, it } from 'vitest'
import { measuredVersion } from '../../../../src/shared/rollout/codexEyes'
import { testExplorer, valueOf } from '../../support/testExplorer'
import { metaLine, rollout, tempHome, userLine, uuid } from '../../support/tempHome'
import type { ValidationReport } from '../../../../src/shared/validation/report'
import { join } from 'node:path'

async function reportBy(codex: string | undefined): Promise<ValidationReport> {
  const folder = tempHome({ 'a.jsonl': rollout(metaLine(uuid(1)), 'not json', userLine('hello')) })
  const { explorer, invoke } = await testExplorer('/nowhere')
  const { entries } = await explorer.openPaths([join(folder, 'a.jsonl')])
  const fileId = entries[0]?.fileId ?? ''
  valueOf(await invoke('rollout:open', { fileId, jobId: 'open' }))
  return valueOf(await invoke('rollout:check', { fileId, jobId: 'check', codex })).report
}

describe('the version of Codex that is asked about', () => {
  // SPEC eye/versions
  it('is one that was measured, or a patch of it', () => {
    expect(['0.169', '0.169.0', '0.169.12'].map(measuredVersion)).toEqual(['0.169', '0.169', '0.169'])
    const others = [
      '0.16',
      '0.1690',
      '0.169.',
      '0.169.x',
      '0.170',
      '0.168.9',
      'latest',
      '0.169.0-alpha.1',
      ' 0.169',
    ]
    expect(others.filter((version) => measuredVersion(version) !== null)).toEqual([])
  })

  it('tells of the file, and stands in the report as it was named', async () => {
    const { codex, findings } = await reportBy('0.169.0')
    expect(codex).toMatchObject({
      version: '0.169.0',
      measured: true,
      lines: { reads: 2, skips: 1, misreads: 0 },
    })
    expect(findings.some((finding) => finding.codex !== null)).toBe(true)
    expect((await reportBy(undefined)).codex).toMatchObject({ version: '0.169', measured: true })
  })

  it('says nothing where nobody has measured it, not even beside a finding', async () => {
    const { codex, findings, verdict } = await reportBy('0.171.0')
    expect(codex).toEqual({ version: '0.171.0', measured: false })
    expect(findings.length).toBeGreaterThan(0)
    expect(findings.filter((finding) => finding.codex !== null)).toEqual([])
    expect(verdict).toBe('damaged')
  })
})
