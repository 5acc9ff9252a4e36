import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { codexVersion, compareVersions, firstSeen, shapesAfter } from '../../../src/shared/rollout/firstSeen'
import { corpusFiles } from '../../support/corpus'
import { sharedFolder } from '../../support/shared'
import { metaLine, rollout, userLine, uuid } from '../support/tempHome'
import { check, checkMessages, reportOf } from './check'

const rules = /^format\/version/
const shared = sharedFolder()

function meta(version: string, more: Readonly<Record<string, unknown>> = {}): string {
  return metaLine(uuid(1), { cli_version: version, source: undefined, model_provider: undefined, ...more })
}

function line(type: string, payload: unknown): string {
  return JSON.stringify({ timestamp: '2026-03-04T05:06:09.000Z', type, payload })
}

const worldState = line('world_state', { full: true, state: {} })
const started = line('event_msg', { type: 'task_started', turn_id: 't' })

describe('shapes and versions', () => {
  // SPEC rule/format/version
  it('name what the version of the session meta did not write', async () => {
    const old = meta('0.36.0')
    const at = Buffer.byteLength(rollout(old, userLine('a')))
    await check(
      rollout(old, userLine('a'), worldState, started),
      [`format/version 3 @${String(at)}+${String(worldState.length + 1)} -`],
      { rules },
    )
    await checkMessages(
      rollout(old, userLine('a'), worldState, started, worldState),
      [
        'format/version 3: Codex "0.36.0", which the session meta names, did not write what stands from here on: world_state (seen since 0.144.0-alpha.4), task_started (seen since 0.104.0). A newer one went on with the session.',
      ],
      { rules },
    )
    await checkMessages(
      rollout(
        meta('0.38.0', {
          session_id: uuid(1),
          source: 'cli',
          history_mode: 'legacy',
          base_instructions: { text: '' },
        }),
      ),
      [
        'format/version 1: Codex "0.38.0", which the session meta names, did not write what it has: source (seen since 0.44.0), base_instructions (seen since 0.98.0), session_id (seen since 0.142.0-alpha.6), history_mode (seen since 0.144.0-alpha.4).',
      ],
      { rules },
    )
  })

  it('say nothing of versions that are unknown, between two that were seen, or of other programs', async () => {
    for (const version of ['1.17.7', '0.144.0', '0.143.0', 'next', '', '0.36', '0.0.0-dev', 'v0.36.0']) {
      await checkMessages(rollout(meta(version), worldState, started), [], { rules })
    }
    await checkMessages(rollout(meta('0.101.0'), started), [], { rules })
  })

  it('leave out migrated files, and what a newer session meta explains', async () => {
    const migrated = rollout(
      meta('0.98.0', { history_mode: 'paginated', session_id: uuid(1) }),
      line('event_msg', { type: 'task_started', turn_id: 'rollout-1' }),
    )
    await checkMessages(migrated, [], { rules })
    await checkMessages(rollout(meta('0.98.0'), meta('0.144.0'), worldState, started), [], { rules })
    const copied = metaLine(uuid(2), { cli_version: '0.20.0', history_mode: 'legacy' })
    await checkMessages(rollout(meta('0.150.0', { forked_from_id: uuid(2) }), copied, worldState), [], {
      rules,
    })
  })

  it('are ordered as versions are', () => {
    const ordered = [
      '0.36.0',
      '0.104.0',
      '0.142.0-alpha.1',
      '0.142.0-alpha.6',
      '0.142.0',
      '0.142.5',
      '0.146.0-alpha.3',
      '0.146.0-alpha.3.1',
      '0.146.0',
    ]
    const numbers = ordered.map((version) => codexVersion(version) ?? [])
    expect([...numbers].reverse().sort(compareVersions)).toEqual(numbers)
    expect(codexVersion('1.17.7')).toBeNull()
    for (const { absentIn, seenIn } of firstSeen) {
      expect(compareVersions(codexVersion(absentIn) ?? [], codexVersion(seenIn) ?? [])).toBe(-1)
    }
    expect(shapesAfter(codexVersion('0.169.0') ?? [])).toEqual([])
  })

  it.skipIf(shared === null)('agree with the counts of real files', () => {
    const rows = readFileSync(join(shared ?? '', 'format/types-by-version.tsv'), 'utf8').split('\n')
    const versions = (rows[0] ?? '').split('\t').map(codexVersion)
    const wrong: string[] = []
    for (const { type, subtype, member, envelope, absentIn } of firstSeen) {
      const row = rows.find((candidate) =>
        candidate.startsWith(`${type}${subtype === undefined ? '' : `/${subtype}`}\t`),
      )
      if (row === undefined || member !== undefined || envelope !== undefined) continue
      row.split('\t').forEach((count, column) => {
        const version = versions[column]
        const isEarly =
          version !== null &&
          version !== undefined &&
          compareVersions(version, codexVersion(absentIn) ?? []) <= 0
        if (isEarly && count !== '0') wrong.push(`${type}/${subtype ?? ''} in column ${String(column)}`)
      })
    }
    expect(wrong).toEqual([])
  })

  it.skipIf(shared === null)('are none in files of Codex and of the field', async () => {
    for (const path of corpusFiles()) {
      if (/defects/.test(path)) continue
      const { findings } = await reportOf(path)
      expect([path, findings.filter(({ rule }) => rules.test(rule))]).toEqual([path, []])
    }
  })
})
