import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maxOwnFileBytes, ownFile } from '../../../src/core/platform/ownFile'
import { SettingsRoom } from '../../../src/core/settings/settings'
import {
  defaultSettings,
  findSettings,
  inspectorTabs,
  SettingsSchema,
} from '../../../src/shared/settings/settings'
import { memoryFile, type MemoryFile } from '../support/memoryFile'
import { tempHome } from '../support/tempHome'
import { testExplorer, valueOf } from '../support/testExplorer'

function room(file: MemoryFile): SettingsRoom {
  return new SettingsRoom('/unused', () => undefined, file)
}

describe('settings', () => {
  // SPEC settings/kept
  it('are kept in the data folder, for their owner alone, and every window hears of a change', async () => {
    const folder = join(tempHome(), 'data')
    const { explorer, invoke } = await testExplorer(tempHome(), undefined, folder)
    const heard: string[] = []
    explorer.connect().on('settings:changed', ({ theme }) => heard.push(theme))
    expect(valueOf(await invoke('settings:get', {}))).toEqual({ settings: defaultSettings, problems: [] })
    expect(existsSync(folder)).toBe(false)
    const changed = valueOf(await invoke('settings:change', { theme: 'dark', sessionsPx: 250 }))
    expect(changed).toEqual({
      settings: { ...defaultSettings, theme: 'dark', sessionsPx: 250 },
      problems: [],
    })
    expect(heard).toEqual(['dark'])
    expect(readdirSync(folder)).toEqual(['settings.json'])
    expect(statSync(join(folder, 'settings.json')).mode & 0o777).toBe(0o600)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    const next = await testExplorer(tempHome(), undefined, folder)
    expect(valueOf(await next.invoke('settings:get', {})).settings.theme).toBe('dark')
  })

  // SPEC settings/kept
  it('of two processes are those that were changed last, one by one', async () => {
    const file = memoryFile()
    const [one, other] = [room(file), room(file)]
    await one.change({ theme: 'dark' })
    await other.change({ timeZone: 'local' })
    await Promise.all([one.change({ sessionsPx: 222 }), one.change({ inspectorPx: 333 })])
    const expected = { theme: 'dark', timeZone: 'local', sessionsPx: 222, inspectorPx: 333 }
    expect(valueOf(await other.get()).settings).toMatchObject(expected)
  })

  // SPEC settings/damaged
  it.each([['{"theme":"dark"'], ['[]'], ['null'], [''], ['\u0000'], ['"x"']])(
    'that make no sense are set aside and told once: %j',
    async (text) => {
      const file = memoryFile(text)
      const settings = room(file)
      const first = valueOf(await settings.get())
      expect(first.settings).toEqual(defaultSettings)
      expect(first.problems).toMatchObject([{ code: 'own/damaged', severity: 'warning', path: 'x.damaged' }])
      expect(file.aside).toEqual([text])
      expect(valueOf(await settings.get())).toEqual({ settings: defaultSettings, problems: [] })
    },
  )

  // SPEC settings/damaged
  it('that fit are saved from a file where others do not; one of another version harms nothing', async () => {
    const text = '{"theme":"dark","sessionsPx":"wide"}'
    const file = memoryFile(text)
    const settings = room(file)
    expect(valueOf(await settings.get()).settings).toEqual({ ...defaultSettings, theme: 'dark' })
    expect(file.aside).toEqual([text])
    expect(valueOf(await settings.get()).settings.theme).toBe('dark')
    const newer = room(memoryFile('{"theme":"dark","colour":"mauve"}'))
    expect(valueOf(await newer.get())).toEqual({
      settings: { ...defaultSettings, theme: 'dark' },
      problems: [],
    })
  })

  // SPEC settings/not-kept
  it('that cannot be written last as long as the process, which says so once', async () => {
    const file = memoryFile('{"theme":"light"}')
    const settings = room(file)
    file.failing.replace = true
    const first = valueOf(await settings.change({ timeZone: 'local' }))
    expect(first.settings).toMatchObject({ theme: 'light', timeZone: 'local' })
    expect(first.problems).toMatchObject([{ code: 'own/not-kept' }])
    expect(valueOf(await settings.change({ sessionsPx: 200 })).problems).toEqual([])
    expect(valueOf(await settings.get()).settings).toMatchObject({ timeZone: 'local', sessionsPx: 200 })
    file.failing.replace = false
    await settings.change({ theme: 'dark' })
    expect(JSON.parse(file.text ?? '')).toMatchObject({ timeZone: 'local', sessionsPx: 200, theme: 'dark' })
  })

  // SPEC settings/damaged
  it.each(['read', 'setAside'] as const)(
    'never overwrite what they could not understand: %s fails',
    async (what) => {
      const file = memoryFile('{"theme":')
      file.failing[what] = true
      const settings = room(file)
      expect(valueOf(await settings.change({ theme: 'dark' })).problems.length).toBe(1)
      expect(valueOf(await settings.get()).settings.theme).toBe('dark')
      expect(file.text).toBe('{"theme":')
    },
  )

  it('are found in any value whatever, without an exception', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(SettingsSchema.safeParse(findSettings(value).value).success).toBe(true)
      }),
      { seed: 20261120, numRuns: 500 },
    )
    const fits = fc.record({
      theme: fc.constantFrom('system', 'light', 'dark'),
      timeZone: fc.constantFrom('utc', 'local'),
      isInspectorOpen: fc.boolean(),
      inspectorTab: fc.constantFrom(...inspectorTabs),
      isGrouped: fc.boolean(),
      findingsOrder: fc.constantFrom('rule', 'place'),
      sessionsPx: fc.integer({ min: 100, max: 2000 }),
      inspectorPx: fc.integer({ min: 100, max: 2000 }),
      zoomPercent: fc.integer({ min: 50, max: 300 }),
      window: fc.constantFrom(null, { x: -5, y: 3, width: 900, height: 700, isMaximized: true }),
    })
    fc.assert(
      fc.property(fits, (value) => {
        expect(findSettings(JSON.parse(JSON.stringify(value)))).toEqual({ value, isDamaged: false })
      }),
      { seed: 20261120 },
    )
  })
})

describe('an own file', () => {
  // SPEC settings/not-kept
  it('answers what the disk says as a value, and leaves no draft behind', async () => {
    const folder = tempHome()
    writeFileSync(join(folder, 'blocked'), '')
    const inFile = ownFile(join(folder, 'blocked'), 'settings.json')
    expect(await inFile.replace('x')).toMatchObject({ ok: false, error: { code: 'io' } })
    expect(await inFile.read()).toMatchObject({ ok: false, error: { code: 'io' } })
    mkdirSync(join(folder, 'settings.json'))
    const isFolder = ownFile(folder, 'settings.json')
    expect(await isFolder.replace('x')).toMatchObject({ ok: false, error: { code: 'io' } })
    expect(readdirSync(folder).sort()).toEqual(['blocked', 'settings.json'])
  })

  it('reads nothing that is too large to be ours, and moves it aside as it is', async () => {
    const folder = tempHome({ 'recent.json': 'x'.repeat(maxOwnFileBytes + 1) })
    const file = ownFile(folder, 'recent.json', () => new Date('2026-11-20T12:00:00Z'))
    expect(await file.read()).toMatchObject({ ok: false, error: { code: 'too-large' } })
    expect(await file.setAside()).toEqual({ ok: true, value: 'recent.json.damaged-2026-11-20T12-00-00-000Z' })
    expect(readdirSync(folder)).toEqual(['recent.json.damaged-2026-11-20T12-00-00-000Z'])
    expect(await file.read()).toEqual({ ok: true, value: null })
  })

  it('replaces a file that others may read by one that they may not', async () => {
    const folder = tempHome({ 'settings.json': 'old' })
    chmodSync(join(folder, 'settings.json'), 0o644)
    expect((await ownFile(folder, 'settings.json').replace('new')).ok).toBe(true)
    expect(readFileSync(join(folder, 'settings.json'), 'utf8')).toBe('new')
    expect(statSync(join(folder, 'settings.json')).mode & 0o777).toBe(0o600)
  })
})
