import { describe, expect, it } from 'vitest'
import { listProblemWords } from '../../../src/renderer/src/features/sessions/listProblems'
import type { Problem } from '../../../src/shared/session/session'

function problem(code: string, severity: Problem['severity']): Problem {
  return { code, severity, message: code, path: null }
}

describe('listProblemWords', () => {
  it('counts what was not read, toned by the worst', () => {
    const links = Array.from({ length: 40 }, () => problem('list/link-not-followed', 'warning'))
    expect(listProblemWords([...links, problem('list/unreadable-folder', 'error')])).toEqual({
      tone: 'error',
      sentence: '41 entries were not read',
    })
    expect(listProblemWords(links.slice(0, 1))?.sentence).toBe('1 entry was not read')
  })

  it('keeps apart what is only worth knowing, and says nothing of nothing', () => {
    expect(listProblemWords([problem('list/link-followed', 'info')])).toEqual({
      tone: 'info',
      sentence: '1 note on this list',
    })
    expect(listProblemWords([])).toBeNull()
  })
})
