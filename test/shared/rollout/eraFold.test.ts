import { basename, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { EraFold } from '../../../src/shared/rollout/eraFold'
import { eraIds, eras, type EraId } from '../../../src/shared/rollout/eras'
import { persistence, storesEvent, storesItem } from '../../../src/shared/rollout/persistence'
import { isJsonObject } from '../../../src/shared/rollout/rolloutLine'
import { EventMessageSchema } from '../../../src/shared/rollout/schema/eventMessage'
import { RolloutLineSchema } from '../../../src/shared/rollout/schema/rolloutLine'
import { taggedChoice } from '../../../src/shared/rollout/schema/tagged'
import { TurnItemSchema } from '../../../src/shared/rollout/schema/turnItem'
import { neverRecorded, unrecordedTexts } from '../../../src/shared/rollout/unrecorded'
import { corpusRollouts } from '../../support/corpus'
import { parsedLines } from '../../support/rolloutLines'
import { sharedFolder } from '../../support/shared'

function eraOf(lines: Iterable<unknown>): EraId {
  const fold = new EraFold()
  for (const line of lines) fold.observe(line)
  return fold.era
}

function check(expected: EraId, ...lines: readonly unknown[]): void {
  expect(eraOf(lines)).toBe(expected)
}

function line(type: string, payload: unknown): unknown {
  return { timestamp: 't', type, payload }
}
const meta = (more: object = {}): unknown =>
  line('session_meta', { id: 'i', timestamp: 't', cwd: '/w', originator: 'o', cli_version: '1', ...more })
const started = line('event_msg', { type: 'task_started', turn_id: 't' })
const paginated = meta({ source: 'exec', history_mode: 'paginated' })
const item = (id: string, more: object): unknown =>
  line('event_msg', { type: 'item_completed', turn_id: 't', item: { type: 'UserMessage', id }, ...more })

describe('EraFold', () => {
  // SPEC format/eras
  it('tells the eras of Codex apart by their shapes', () => {
    check('bare', { id: 'i', timestamp: 't', instructions: null })
    check('bare', { record_type: 'state' }, { type: 'message', role: 'user', content: [] })
    check('no-source', meta({ instructions: null }))
    check('single-policy', meta({ source: 'cli' }), line('turn_context', { model: 'm' }))
    check('turns', meta({ source: 'cli' }), started, line('turn_context', { turn_id: 't' }))
    check('legacy', meta({ source: 'cli', thread_source: 'user' }), started)
    check('legacy', meta({ source: 'cli', history_mode: 'legacy' }))
    check('legacy', meta({ source: 'exec' }), started, line('turn_context', { permission_profile: {} }))
    check('paginated', paginated, started, item('01a1', { started_at_ms: 1, completed_at_ms: 1 }))
    check('migrated', paginated, item('item-1', { completed_at_ms: 1 }))
    check('migrated', paginated, line('event_msg', { type: 'task_started', turn_id: 'rollout-2' }))
  })

  it('keeps a file in the era that began it when a newer Codex writes on', () => {
    const old = [meta({ source: 'cli' }), line('turn_context', { model: 'm' })]
    check('single-policy', ...old, started, line('turn_context', { turn_id: 't', permission_profile: {} }))
    check('paginated', paginated, item('item-1', { started_at_ms: 1 }))
  })

  it('tells what is no rollout', () => {
    check('tutorial', { type: 'session_meta', item: { cwd: '/' }, seq: 1 })
    check('exec-stream', { type: 'thread.started', thread_id: 't' }, { type: 'error', message: 'x' })
    check('session-json', { session: { id: 'i' }, items: [] })
    check('unknown', { a: 1 }, 5, null, [])
    check('legacy', { type: 'thread.started' }, meta({ session_id: 'i' }))
  })

  it('has one row for each era, and the letters of the format', () => {
    expect(
      eraIds
        .map((id) => eras[id].letter)
        .filter((letter) => letter !== null)
        .sort(),
    ).toEqual(['A', 'A0', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'].sort())
    for (const id of eraIds) {
      for (const fact of eras[id].unrecorded) expect(unrecordedTexts[fact]).not.toBe('')
      expect(eras[id].unrecorded.filter((fact) => neverRecorded.includes(fact as 'clock'))).toEqual([])
    }
  })
})

describe('persistence', () => {
  it('names only types that have a schema', () => {
    const known = (schema: Parameters<typeof taggedChoice>[0]) => [
      ...(taggedChoice(schema)?.options.keys() ?? []),
    ]
    for (const { records, events, items } of Object.values(persistence)) {
      expect(records.filter((type) => !known(RolloutLineSchema).includes(type))).toEqual([])
      expect(events.filter((type) => !known(EventMessageSchema).includes(type))).toEqual([])
      expect(items === 'all' ? [] : items.filter((type) => !known(TurnItemSchema).includes(type))).toEqual([])
    }
  })

  it('knows what paginated files keep out', () => {
    expect([storesEvent('paginated', 'user_message'), storesEvent('late-legacy', 'user_message')]).toEqual([
      false,
      true,
    ])
    expect([
      storesItem('paginated', 'Anything'),
      storesItem('limited', 'Plan'),
      storesItem('early', 'Plan'),
    ]).toEqual([true, true, false])
    expect([storesEvent('extended', 'exec_command_end'), storesEvent('single', 'exec_command_end')]).toEqual([
      true,
      false,
    ])
  })
})

/** The era of each file of the corpus, by the folder that says who wrote it. Files that differ are named. */
const expectedEras: Readonly<Record<string, EraId>> = {
  'codex/0.20.0/home': 'bare',
  'codex/0.36.0/home': 'no-source',
  'codex/0.98.0/home': 'single-policy',
  'codex/0.137.0/home': 'legacy',
  'codex/0.150.0/home': 'paginated',
  'codex/0.169.0/home-before-resume': 'paginated',
  'codex/0.169.0/home-migrated': 'migrated',
  'codex/0.169.0/home-zst': 'paginated',
  'field/MoonLadderStudios+MoonMind': 'single-policy',
  'field/Python-AI-Solutions+agentic-neurodata-conversion': 'no-source',
  'field/pichi-vm+devmap': 'legacy',
  'field/rocxteady+Resting': 'turns',
  'field/sandialabs+conin': 'paginated',
}

describe.skipIf(sharedFolder() === null)('the eras of the corpus', () => {
  const files = ['codex', 'field'].flatMap((part) => corpusRollouts(part))

  it('are what wrote the files', () => {
    const seen: Record<string, EraId> = {}
    for (const path of files) {
      const folder = path.split(`${sep}corpus${sep}`)[1]?.split(`${sep}sessions`)[0] ?? ''
      const era = eraOf(parsedLines(path).map(({ value }) => value))
      // 0.169 writes both modes; the header says which.
      if (folder.startsWith('codex/0.169.0/home') && !(folder in expectedEras)) {
        const [first] = parsedLines(path)
        const mode = JSON.stringify(first?.value).includes('"history_mode":"legacy"') ? 'legacy' : 'paginated'
        expect([basename(path), era]).toEqual([basename(path), mode])
      } else seen[folder] = era
    }
    expect(seen).toEqual(expectedEras)
  })

  it('store what the table says that they store, and nothing else', () => {
    const surprises = new Set<string>()
    for (const path of files) {
      const lines = parsedLines(path).map(({ value }) => value)
      const { modes } = eras[eraOf(lines)]
      for (const value of lines) {
        if (!isJsonObject(value) || !isJsonObject(value['payload'])) continue
        const { type, payload } = value as {
          readonly type: string
          readonly payload: Record<string, unknown>
        }
        const event = String(payload['type'])
        const isStored = modes.some(
          (mode) =>
            persistence[mode].records.includes(type) &&
            (type !== 'event_msg' || storesEvent(mode, event)) &&
            (event !== 'item_completed' || storesItem(mode, itemType(payload['item']))),
        )
        if (!isStored) surprises.add(`${modes.join('|')} ${type}/${event}`)
      }
    }
    expect([...surprises]).toEqual([])
  })
})

function itemType(value: unknown): string {
  return isJsonObject(value) ? String(value['type']) : ''
}
