import { describe, expect, it } from 'vitest'
import { progressWords } from '../../../src/renderer/src/features/validation/runWords'
import { endWords } from '../../../src/renderer/src/state/runEnd'
import { runState } from '../support/runState'

// SPEC runs/window
describe('what a validation says of itself', () => {
  it('says how far it has come, and nothing of the rest before enough is known', () => {
    const early = runState({ doneFiles: 1, doneBytes: 5_000, elapsedMs: 500 })
    expect(progressWords(early)).toBe('1 of 4 sessions · 5 KB of 100 KB')
    const young = runState({ doneFiles: 2, doneBytes: 20_000, elapsedMs: 2_000 })
    expect(progressWords(young)).toBe('2 of 4 sessions · 20 KB of 100 KB · 1 session/s')
    const crawling = runState({ doneFiles: 1, doneBytes: 2_000, elapsedMs: 9_000 })
    expect(progressWords(crawling)).toBe('1 of 4 sessions · 2 KB of 100 KB · 9 s')
    const small = runState({ doneFiles: 1, doneBytes: 1_000, elapsedMs: 9_000 })
    expect(progressWords(small)).not.toContain('left')
    const known = runState({ doneFiles: 2, doneBytes: 20_000, elapsedMs: 10_000 })
    expect(progressWords(known)).toMatch(/about 40 s left$/)
    const slow = runState({ doneFiles: 2, doneBytes: 20_000, elapsedMs: 100_000 })
    expect(progressWords(slow)).toMatch(/about 7 min left$/)
  })

  it('says how many were not checked because it was cancelled', () => {
    const verdicts = { clean: 1, findings: 0, damaged: 0, unreadable: 0, 'not-checked': 3 }
    const state = runState({ phase: 'cancelled', doneFiles: 1, doneBytes: 10_000, verdicts })
    expect(progressWords(state)).toBe('Cancelled after 1 of 4 sessions: 3 not checked · 10 KB of 100 KB')
    expect(endWords(state)).toBe(
      'Validation cancelled: 0 damaged, 0 not read, 0 with findings, 1 clean, 3 not checked',
    )
  })

  it('says what was read and how long it took, at the end', () => {
    expect(
      progressWords(runState({ phase: 'done', doneFiles: 4, doneBytes: 100_000, elapsedMs: 4_200 })),
    ).toBe('4 sessions, 100 KB in 4.2 s')
    expect(progressWords(runState({ phase: 'listing' }))).toBe('Finding the files…')
  })
})
