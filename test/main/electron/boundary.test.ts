import { describe, expect, it, vi } from 'vitest'
import type { Recent } from '../../../src/shared/settings/recent'
import { menuCommands } from '../../../src/shared/contract/events'

vi.mock('electron', () => ({}))
const { isTrustedSender } = await import('../../../src/main/electron/trustedSender')
const { isAllowedRequest } = await import('../../../src/main/electron/deny')
const { menuTemplate } = await import('../../../src/main/electron/menu')

describe('isTrustedSender', () => {
  it('trusts the top frame of our own page only', () => {
    expect(isTrustedSender({ parent: null, origin: 'app://app' })).toBe(true)
    expect(isTrustedSender({ parent: {}, origin: 'app://app' })).toBe(false)
    for (const origin of ['app://other', 'https://app', 'null', 'file://', 'app://app.evil']) {
      expect(isTrustedSender({ parent: null, origin })).toBe(false)
    }
    expect(isTrustedSender(null)).toBe(false)
  })
})

describe('isAllowedRequest', () => {
  it.each(['app://app/', 'app://app/assets/a.js', 'data:image/png;base64,AA'])('lets %s pass', (url) => {
    expect(isAllowedRequest(url, null)).toBe(true)
  })

  it.each([
    'https://example.com/',
    'http://127.0.0.1:5173/',
    'ws://127.0.0.1:5173/',
    'file:///etc/passwd',
    'app://app.evil/',
    'app://other/',
    'devtools://devtools/x',
    'blob:app://app/x',
  ])('stops %s', (url) => {
    expect(isAllowedRequest(url, null)).toBe(false)
  })

  it('lets the dev server talk to the page in development', () => {
    expect(isAllowedRequest('ws://127.0.0.1:5173/?token=x', 'http://127.0.0.1:5173')).toBe(true)
    expect(isAllowedRequest('http://evil.example/', 'http://127.0.0.1:5173')).toBe(false)
  })
})

describe('menuTemplate', () => {
  const recents: readonly Recent[] = [
    { recentId: 'r1', kind: 'root', label: 'a & b\u202e', place: '/x', openedAt: '', isMissing: false },
    { recentId: 'r2', kind: 'file', label: 'gone', place: '/x', openedAt: '', isMissing: true },
  ]

  it.each(['linux', 'darwin', 'win32'] as const)('offers every command once on %s', (platform) => {
    const sent: string[] = []
    const opened: string[] = []
    const template = menuTemplate({
      platform,
      isDevelopment: false,
      recents,
      send: (command) => sent.push(command),
      open: (what) => opened.push(what),
      openRecent: (recentId) => opened.push(recentId),
      clearRecents: () => opened.push('clear'),
    })
    clickAll(template)
    expect(sent.sort()).toEqual([...menuCommands].sort())
    expect(opened).toEqual(['files', 'folder', 'root', 'r1', 'r2', 'clear'])
    const labels = JSON.stringify(template)
    expect(labels).toContain('a && b\ufffd  (/x)')
    expect(labels).toContain('"label":"gone  (missing, /x)","enabled":false')
  })
})

function clickAll(items: readonly Electron.MenuItemConstructorOptions[]): void {
  for (const { click, submenu } of items) {
    ;(click as (() => void) | undefined)?.()
    if (Array.isArray(submenu)) clickAll(submenu)
  }
}
