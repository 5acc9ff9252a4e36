import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ReadableSchema } from '../../../src/shared/rollout/readable/readable'
import { toReadable } from '../../../src/shared/rollout/readable/toReadable'
import { metaLine, rollout, tempHome, uuid } from '../support/tempHome'
import { testExplorer, valueOf } from '../support/testExplorer'

async function read(...lines: readonly string[]) {
  const folder = tempHome({ 'a.jsonl': rollout(metaLine(uuid(1)), ...lines) })
  const { explorer, invoke } = await testExplorer('/nowhere')
  const { entries } = await explorer.openPaths([join(folder, 'a.jsonl')])
  const fileId = entries[0]?.fileId ?? ''
  valueOf(await invoke('rollout:open', { fileId, jobId: 'open' }))
  return async (lineNumber: number, withReadable = true) =>
    valueOf(await invoke('rollout:readLine', { fileId, lineNumber, withReadable, windowLength: 64 }))
}

function message(text: string): string {
  return JSON.stringify({
    timestamp: 't',
    type: 'event_msg',
    payload: { type: 'agent_message', message: text },
  })
}

describe('rollout:readLine, the readable form', () => {
  // SPEC inspector/values
  it('comes for one JSON value, when it is asked for', async () => {
    const line = await read(message('hi'), '[1]', 'not json', `${message('a')}${message('b')}`, '')
    expect((await line(2)).readable).toEqual(toReadable(JSON.parse(message('hi'))))
    expect((await line(3)).readable?.title).toBe('JSON array')
    expect((await line(2, false)).readable).toBeNull()
    for (const lineNumber of [4, 5, 6]) expect((await line(lineNumber)).readable).toBeNull()
  })

  it('says which members of an object are named twice', async () => {
    const line = await read('{"timestamp":"t","type":"event_msg","payload":{"type":"x","a":1,"a":2}}')
    expect((await line(2)).readable?.blocks[0]).toMatchObject({
      kind: 'notice',
      tone: 'caution',
      text: 'Recorded more than once in one object: a. Shown here is the last value of each; Structured and Raw show all.',
    })
  })

  it('comes for lines far beyond those that are laid out, cut to what is shown', async () => {
    const line = await read(message('x'.repeat(9_000_000)))
    const { readable, json } = await line(2)
    expect(json).toBeNull()
    expect(ReadableSchema.parse(readable).blocks).toMatchObject([
      { text: 'x'.repeat(262_144), cut: { hiddenCharacters: 9_000_000 - 262_144, hiddenLines: 0 } },
    ])
    const beyond = await read(message('x'.repeat(34_000_000)))
    expect((await beyond(2)).readable).toBeNull()
  })
})
