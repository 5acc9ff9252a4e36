/** A file that grows while it is open: its open last line is pending, then a record or torn. */
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { EventPayload } from '../../../src/shared/contract/events'
import { metaLine, rollout, tempHome, userLine, uuid } from '../support/tempHome'
import { testExplorer, valueOf } from '../support/testExplorer'

const meta = metaLine(uuid(1))

async function open(content: string) {
  const path = join(tempHome({ 'a.jsonl': content }), 'a.jsonl')
  const { explorer, invoke } = await testExplorer('/nowhere')
  const { entries } = await explorer.openPaths([path])
  const fileId = entries[0]?.fileId ?? ''
  let jobs = 0
  const jobId = (): string => `job ${String((jobs += 1))}`
  valueOf(await invoke('rollout:open', { fileId, jobId: jobId() }))
  return {
    append: (text: string): void => {
      appendFileSync(path, text)
    },
    stat: async () => valueOf(await invoke('rollout:stat', { fileId })).state,
    index: async () => valueOf(await invoke('rollout:index', { fileId, jobId: jobId() })).lineCount,
    lastStatus: async (lineNumber: number) =>
      valueOf(await invoke('rollout:readLines', { fileId, from: lineNumber, limit: 1 })).lines[0]?.status,
    fileRules: async () => {
      const { report } = valueOf(await invoke('rollout:check', { fileId, jobId: jobId() }))
      return report.findings.filter(({ rule }) => rule.startsWith('file/')).map(({ rule }) => rule)
    },
    lineRules: async () => {
      const { report } = valueOf(await invoke('rollout:check', { fileId, jobId: jobId() }))
      return report.findings.filter(({ rule }) => rule.startsWith('line/')).map(({ rule }) => rule)
    },
  }
}

describe('a file that grows while it is open', () => {
  // SPEC findings/growing
  it('has a pending last line until it rests, which then is a record or torn', async () => {
    const { append, stat, index, lastStatus, lineRules } = await open(rollout(meta))
    append(userLine('half').slice(0, 30))
    expect([await stat(), await index(), await lastStatus(2)]).toEqual(['grown', 2, 'pending'])
    expect(await stat()).toBe('same')
    expect(await lastStatus(2)).toBe('pending')
    append(`${userLine('half').slice(30)}\n`)
    expect([await index(), await lastStatus(2)]).toEqual([2, 'record'])
    append('{"timestamp":"20')
    expect(await lineRules()).toEqual(['line/pending'])
    expect(await lastStatus(3)).toBe('pending')
    expect(await lineRules()).toEqual(['line/torn'])
    expect(await lastStatus(3)).toBe('torn')
  })

  it('is checked as growing whoever takes in first what was appended', async () => {
    const { append, index, lineRules } = await open(rollout(meta))
    append('{"timestamp":"20')
    const [found] = await Promise.all([lineRules(), index()])
    expect(found).toEqual(['line/pending'])
  })
})

describe('a file that has grown before it is checked', () => {
  // SPEC rule/file/grown
  it('is checked with what was appended, and has not grown while it was read', async () => {
    const { append, fileRules } = await open(rollout(meta))
    append(`${userLine('more')}\n`)
    expect(await fileRules()).not.toContain('file/grown')
  })
})

describe('a check that goes on', () => {
  // SPEC findings/next
  it('tells what it found so far, of each rule the first hundred, under the id of its job', async () => {
    const ordinary = `${userLine('x'.repeat(4_000))}\n`.repeat(9_000)
    const damage = `${'x'.repeat(10)}\n`.repeat(150)
    const folder = tempHome({ 'a.jsonl': `${meta}\n${damage}${ordinary}` })
    const { explorer, invoke } = await testExplorer('/nowhere')
    const { entries } = await explorer.openPaths([join(folder, 'a.jsonl')])
    const fileId = entries[0]?.fileId ?? ''
    const told: EventPayload<'rollout:surveyed'>[] = []
    explorer.on('rollout:surveyed', (event) => told.push(event))
    valueOf(await invoke('rollout:open', { fileId, jobId: 'open' }))
    const { report } = valueOf(await invoke('rollout:check', { fileId, jobId: 'check' }))
    expect(told.map(({ jobId }) => jobId)).toEqual(['check'])
    const found = told.flatMap((event) => event.found).filter(({ rule }) => rule === 'line/not-json')
    expect([found.length, found[0]?.lineNumber, found[99]?.lineNumber]).toEqual([100, 2, 101])
    expect(told[0]?.strip.marks.some((mark) => mark === 1)).toBe(true)
    expect(report.counts.error).toBeGreaterThanOrEqual(150)
  })
})
