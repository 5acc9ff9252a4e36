import { describe, expect, it } from 'vitest'
import { emptyRootWords } from '../../../src/renderer/src/features/sessions/emptyRoot'
import type { Problem } from '../../../src/shared/session/session'

const root = { rootId: 'r', kind: 'home', label: '/home', exists: false } as const

function title(code: string, path: string | null): string {
  const problem: Problem = { code, severity: 'error', message: '', path }
  return emptyRootWords(root, [problem]).title
}

describe('emptyRootWords', () => {
  it('tells a missing folder from a file and from one that may not be read', () => {
    expect(title('list/root-missing', '/home')).toBe('This folder does not exist')
    expect(title('list/root-not-a-folder', '/home')).toBe('This is a file, not a folder')
    expect(title('list/unreadable-folder', '/home')).toBe('This folder may not be read')
  })

  it('never says so of a root for a folder inside of it', () => {
    expect(title('list/unreadable-folder', 'sessions/2026')).toBe('No sessions here')
    expect(emptyRootWords(root, []).title).toBe('No sessions here')
  })
})
