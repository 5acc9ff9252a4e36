import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { codexAsText } from '../../../../src/core/report/codexText'
import { listPlace } from '../../../../src/core/validator/eye/listPlace'
import { tempHome } from '../../support/tempHome'
import { reportOf } from '../check'
import { event, session } from '../records'

const id = '019cb740-7b18-7000-8000-000000000001'
const name = `rollout-2026-03-04T05-06-07-${id}.jsonl`
const content = session(event('user_message', { message: 'hello' }))

/** What is said of a sound session that lies at a path. */
async function said(path: string) {
  const { codex } = await reportOf(join(tempHome({ [path]: content }), path))
  if (!codex.measured) throw new Error('0.169 was measured')
  return codex
}

// SPEC eye/places
describe('where a file lies', () => {
  it('says nothing more of one in its place', async () => {
    const { lists, resumes } = await said(`sessions/2026/03/04/${name}`)
    expect(lists).toEqual({ answer: 'yes', of: 'default', id, note: '' })
    expect(resumes).toMatchObject({ answer: 'yes', note: '' })
  })

  it('is in no list where the name or the folder is none that Codex looks at', async () => {
    const answers = async (path: string): Promise<string> => {
      const { lists, reads } = await said(path)
      return `${lists.answer} ${reads.answer} ${lists.note}`
    }
    expect(await answers('sessions/2026/03/04/a.jsonl')).toMatch(
      /^no yes Codex looks for files that are named/,
    )
    expect(await answers(`sessions/${name}`)).toMatch(/^no yes Below "sessions" Codex looks in folders YYYY/)
    expect(await answers(`archived_sessions/2026/${name}`)).toMatch(
      /^no yes In "archived_sessions" Codex looks/,
    )
  })

  it('is in the list of archived sessions, and is not resumed before it is unarchived', async () => {
    const codex = await said(`archived_sessions/${name}`)
    expect(codex.lists).toMatchObject({ answer: 'yes', of: 'archived', id })
    expect(codexAsText(codex)).toContain(
      `as ${id}. In the list of archived sessions, not in the default one.`,
    )
    expect(codexAsText(codex)).toContain('resumes it: yes. Once it is unarchived; before, Codex refuses.')
  })

  it('is taken for its place where it lies in no folder of sessions', async () => {
    const { lists } = await said(`evidence/${name}`)
    expect([lists.answer, lists.note]).toEqual([
      'yes',
      'As if it lay in its place below "sessions": it lies in no such folder.',
    ])
  })

  it('is read from the path alone', () => {
    const place = (path: string): string => listPlace(path, false)
    expect(place(`/h/sessions/2026/3/4/${name}`)).toBe('default')
    expect(place(`/h/sessions/2026/03/04/${name}.zst`)).toBe('default')
    expect(place(`C:\\h\\sessions\\2026\\03\\04\\${name}`)).toBe('default')
    expect(place(`/sessions/old/h/sessions/2026/03/04/${name}`)).toBe('default')
    expect(place(`/h/sessions/2026/03/04/more/${name}`)).toBe('off-days')
    expect(place(`/h/sessions/2026/March/04/${name}`)).toBe('off-days')
    expect(place(`/h/sessions/2026/03/256/${name}`)).toBe('off-days')
    expect(place(`/h/sessions/2026/03/04/rollout-2026-02-30T05-06-07-${id}.jsonl`)).toBe('unlisted-name')
    expect(place(`/h/sessions/2026/03/04/copy of ${name}`)).toBe('unlisted-name')
    expect(place(`/h/sessions/2026/03/04/rollout-${id}.jsonl`)).toBe('unlisted-name')
    expect(listPlace('/data/0123.jsonl', true)).toBe('unknown')
  })
})
