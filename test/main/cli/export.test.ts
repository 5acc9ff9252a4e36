import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createExplorer, type Explorer } from '../../../src/core/explorer'
import { err, ok } from '../../../src/shared/result'
import { checkSums, filesIn, hasSha256sum, namesIn, recordOf, sha256 } from '../../core/exporter/support'
import { metaLine, rollout, sessionPath, tempHome, userLine, uuid } from '../../core/support/tempHome'
import { createFakeExplorer } from '../../support/fakeExplorer'
import { runCommand } from '../../support/runCommand'

const first = sessionPath('2026-03-04T05-06-07', uuid(1))
const second = sessionPath('2026-03-05T05-06-07', uuid(2))

function realExplorer(home: string): Explorer {
  const facts = { samplesFolder: null, host: 'cli', version: '0.1.0', spawnWorker: null } as const
  return createExplorer({ home, dataFolder: tempHome(), ...facts })
}

function twoSessions(): string {
  return tempHome({
    [first]: rollout(metaLine(uuid(1)), userLine('tide')),
    [second]: rollout(metaLine(uuid(2), { cwd: '/w' })),
  })
}

describe('export', () => {
  // SPEC host/command-line, export/manifest
  it('exports what the filters find and prints the contract as one document', async () => {
    const home = twoSessions()
    const place = tempHome()
    const target = join(place, 'out')
    const line = ['export', '--to', target, '--format', 'original', '--cwd', '/w', '--json']
    const { status, out, error } = await runCommand(line, realExplorer(home))
    expect({ status, error }).toEqual({ status: 0, error: '' })
    expect(JSON.parse(out)).toEqual({
      path: target,
      sessions: 1,
      bytes: readFileSync(join(home, second)).length,
      manifestSha256: sha256(readFileSync(join(target, 'manifest.sha256'))),
    })
    expect([...filesIn(target).keys()]).toEqual(['manifest.sha256', 'selection.json', second])
    expect(recordOf(target)).toMatchObject({
      selection: { query: { cwd: '/w' } },
      counts: { listed: 2, hidden: 1 },
    })
    if (hasSha256sum) expect(checkSums(target)).toMatchObject({ isFine: true })
  })

  it('exports named files, and says how to verify them', async () => {
    const home = twoSessions()
    const target = join(tempHome(), 'out')
    const line = ['export', join(home, first), '--to', target, '--format', 'csv']
    const { status, out } = await runCommand(line, realExplorer(tempHome()))
    expect(status).toBe(0)
    expect(out).toContain('sha256sum -c manifest.sha256')
    expect(out).toContain(sha256(readFileSync(join(target, 'manifest.sha256'))))
    expect(recordOf(target).selection).toMatchObject({ kind: 'files', chosenBy: 'arguments' })
  })

  // SPEC export/plan
  it('prints a plan without writing', async () => {
    const home = twoSessions()
    const place = tempHome()
    const line = [
      'export',
      '--to',
      join(place, 'out'),
      '--format',
      'original',
      '--query',
      'tide',
      '--dry-run',
    ]
    const text = await runCommand(line, realExplorer(home))
    expect(text.status).toBe(0)
    expect(text.out).toContain(first)
    expect(text.out).toContain('left out: 1 by the filters')
    const json = await runCommand([...line, '--json'], realExplorer(home))
    expect(JSON.parse(json.out)).toMatchObject({
      path: join(place, 'out'),
      format: 'original',
      counts: { listed: 2, hidden: 1, selected: 1 },
      files: [{ path: first }],
    })
    expect(namesIn(place)).toEqual([])
  })

  it.each([
    ['export'],
    ['export', '--to', 'x'],
    ['export', '--format', 'csv'],
    ['export', '--to', 'x', '--format', 'html'],
    ['export', 'a.jsonl', '--to', 'x', '--format', 'csv', '--query', 'a'],
    ['export', 'a.jsonl', '--to', 'x', '--format', 'csv', '--root', '/r'],
    ['export', '--to', 'x', '--format', 'csv', '--limit', '0'],
    ['export', 'a.jsonl', '--to', 'x', '--format', 'csv', '--limit', '3'],
  ])('answers %s %s %s %s %s %s with exit status 2', async (...argv) => {
    const { status, out, error } = await runCommand(argv, createFakeExplorer())
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(error).not.toBe('')
  })

  // SPEC export/target, export/atomic
  it('answers 2 where nothing may be written, and 3 where there is nothing to export or to read', async () => {
    const home = twoSessions()
    const place = tempHome({ 'taken/mine': 'x' })
    const run = async (...argv: readonly string[]): Promise<readonly [number, string]> => {
      const { status, error } = await runCommand(['export', '--format', 'csv', ...argv], realExplorer(home))
      return [status, error]
    }
    expect(await run('--to', join(place, 'taken'))).toEqual([2, expect.stringContaining('exists already')])
    expect(await run('--to', join(home, 'sessions/x'))).toEqual([
      2,
      expect.stringContaining('where nothing is written'),
    ])
    expect(await run('--to', join(place, 'a:b'))).toEqual([2, expect.stringContaining('a:b')])
    expect(await run('--to', join(place, 'no/such/x'))).toEqual([3, expect.stringContaining('is not there')])
    expect(await run('--to', join(place, 'x'), '--query', 'nowhere')).toEqual([
      3,
      expect.stringContaining('nothing to export'),
    ])
    expect(await run('--to', join(place, 'x'), '/no/such.jsonl')).toEqual([
      3,
      expect.stringContaining('--leave-out-unreadable'),
    ])
    expect(namesIn(place)).toEqual(['taken'])
  })

  it('answers 130 when it is interrupted, and says that nothing was exported', async () => {
    let interrupt = (): void => undefined
    const explorer = createFakeExplorer({
      'export:plan': () => {
        interrupt()
        return Promise.resolve(err({ code: 'cancelled', message: 'x' }))
      },
      'export:checkTarget': () => Promise.resolve(ok({ label: '/x/y', unfinished: [] })),
    })
    const { status, error } = await runCommand(['export', '--to', '/x/y', '--format', 'csv'], explorer, {
      onListening: (stop) => {
        interrupt = stop
      },
    })
    expect(status).toBe(130)
    expect(error).toContain('Nothing was exported.')
  })

  it('shows hostile names without their power', async () => {
    const home = tempHome({ 'sessions/a\u001b[31m\u202e.jsonl': rollout(metaLine(uuid(1))) })
    const line = ['export', '--to', join(tempHome(), 'out'), '--format', 'csv', '--dry-run']
    const { out } = await runCommand(line, realExplorer(home))
    expect(out).not.toMatch(/[\u001b\u202e]/)
    expect(out).toContain('\\x1b')
  })
})
