import { describe, expect, it } from 'vitest'
import { markOf } from '../../../src/renderer/src/features/sessions/sessionMark'
import { sessionRow } from '../support/sessionRow'

const clean = sessionRow({})
const damaged = sessionRow({
  problems: [{ code: 'line/torn', severity: 'error', message: 'torn', path: null }],
})

describe('markOf', () => {
  it('tells what a check of the whole file has found, where there was one', () => {
    expect(markOf(clean, { error: 2, warning: 1 })).toEqual({
      tone: 'error',
      count: 3,
      label: 'damaged, 2 errors and 1 warning in the whole file',
    })
    expect(markOf(clean, { error: 0, warning: 1 })?.tone).toBe('warning')
  })

  it('keeps what the list knows of a file, and says nothing of one without problems', () => {
    expect(markOf(damaged, { error: 0, warning: 0 })?.label).toBe('damaged, 1 problem')
    expect(markOf(damaged, undefined)?.count).toBe(1)
    expect(markOf(clean, undefined)).toBeNull()
  })
})
