import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { codexAsText } from '../../../../src/core/report/codexText'
import { tempHome } from '../../support/tempHome'
import { reportOf } from '../check'
import { event, session } from '../records'

const user = event('user_message', { message: 'hello' })
/** A record whose message is no text, which Codex skips; that is seen by who holds all of it. */
const long = event('agent_message', { message: Array<number>(4_500_000).fill(1) })

async function checked(content: string): ReturnType<typeof reportOf> {
  return reportOf(join(tempHome({ 'a.jsonl': content }), 'a.jsonl'))
}

// SPEC eye/long-lines
describe('a line that is too long to be held', () => {
  it('makes what is said of Codex hold as far as its beginning tells', async () => {
    const { codex, notChecked } = await checked(session(user, long))
    if (!codex.measured) throw new Error('0.169 was measured')
    const note =
      'Line 3 is too long to be held and was judged by its beginning: all that is said of Codex, of turns and of lines read, skipped and misread, holds as far as that tells.'
    expect(codex.byBeginning).toEqual({ lines: 1, firstLine: 3, note })
    expect([codex.reads.answer, codex.reads.note]).toEqual(['yes', note])
    expect(codexAsText(codex)).toContain(note)
    expect(notChecked).toContainEqual(
      expect.stringMatching(/^records of more than 8 MiB.*what Codex decodes of them, their times/),
    )
  })

  it('is told of beside a refusal, which stays in the words of Codex', async () => {
    const { codex } = await checked(`${JSON.stringify(long)}\n${JSON.stringify(long)}\n`)
    if (!codex.measured) throw new Error('0.169 was measured')
    expect([codex.reads.answer, codex.reads.note]).toEqual([
      'no',
      expect.stringMatching(/^failed to read session metadata/),
    ])
    expect(
      codexAsText(codex).match(/2 lines, the first of them line 1, are too long to be held/g),
    ).toHaveLength(1)
  })

  it('is not told of where every line is held', async () => {
    const { codex } = await checked(session(user))
    expect(codex).toMatchObject({ byBeginning: null, reads: { note: '' } })
  })
})
