import { describe, expect, it } from 'vitest'
import { rowPlace } from '../../../src/renderer/src/features/validation/rowPlace'

const id = '019cb73d-3218-7000-8000-0123456789ab'
const name = `rollout-2026-03-04T05-06-07-${id}.jsonl`
const short = { start: '019cb73d', end: '…6789ab' }

// SPEC runs/window
describe('what tells sessions of one title apart', () => {
  it('is the id in the name, and no folder that Codex makes for days', () => {
    expect(rowPlace(`sessions/2026/03/04/${name}`, null)).toEqual({ id: short, folder: '' })
    expect(rowPlace(`archived_sessions/${name}.zst`, null)).toEqual({ id: short, folder: '' })
    expect(rowPlace(name, 'another')).toEqual({ id: short, folder: '' })
  })

  it('is the folder where it is another one', () => {
    expect(rowPlace(`cases/bidi/${name}`, null)).toEqual({ id: short, folder: 'cases/bidi' })
    expect(rowPlace(`old/home/sessions/2026/03/04/${name}`, null).folder).toBe('old/home')
    expect(rowPlace(`C:\\old\\sessions\\2026\\03\\04\\${name}`, null).folder).toBe('C:\\old')
    expect(rowPlace(`mysessions/2026/03/04/${name}`, null).folder).toBe('mysessions/2026/03/04')
    expect(rowPlace(`/${name}`, null).folder).toBe('')
  })

  it('is the id that the session records where the name has none', () => {
    expect(rowPlace('case.jsonl', id)).toEqual({ id: short, folder: '' })
    expect(rowPlace('a/case.jsonl', 'seven')).toEqual({ id: { start: '', end: 'seven' }, folder: 'a' })
    expect(rowPlace('a/case.jsonl', null)).toEqual({ id: null, folder: 'a' })
    expect(rowPlace('', null)).toEqual({ id: null, folder: '' })
  })
})
