import { describe, expect, it } from 'vitest'
import {
  leftOutWords,
  unfinishedWords,
  withoutBaseWords,
} from '../../../src/renderer/src/features/export/exportWords'

describe('export words', () => {
  // SPEC export/bases
  it('say which history begins in a file that is not exported, and how many more', () => {
    const session = { path: 'sessions/2026/a.jsonl', baseRolloutId: 'b' }
    expect(withoutBaseWords({ count: 0, sessions: [] })).toBeNull()
    expect(withoutBaseWords({ count: 1, sessions: [session] })).toBe(
      'a.jsonl goes on from rollout b, which is not exported with it.',
    )
    expect(withoutBaseWords({ count: 1001, sessions: [session] })).toBe(
      'a.jsonl goes on from rollout b, which is not exported with it. So it is with 1,000 more.',
    )
  })

  // SPEC export/atomic
  it('name what killed exports left behind', () => {
    expect(unfinishedWords(['.a.partial'])).toContain('.a.partial. Unless it goes on now')
    expect(unfinishedWords(['.a.partial', '.b.partial'])).toContain('.a.partial, .b.partial.')
  })

  // SPEC export/limit
  it('count what a limit leaves out', () => {
    expect(leftOutWords({ reason: 'limit', count: 3, paths: [] })).toBe('3 beyond the limit')
  })
})
