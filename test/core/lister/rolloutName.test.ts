import { describe, expect, it } from 'vitest'
import { readRolloutName } from '../../../src/core/lister/rolloutName'

const id = '01a1f7d8-1a7e-7ca1-b0a3-b5444a1c4bef'
const other = '01a1f7d8-21e6-7a90-9a70-cac1fbb955e2'

describe('readRolloutName', () => {
  // SPEC lister/names
  it.each([
    [
      `rollout-2026-11-20T07-24-57-${id}.jsonl`,
      { form: 'jsonl', time: '2026-11-20T07:24:57', sessionId: id, rolloutId: null },
    ],
    [
      `rollout-2026-11-20T07-24-57-${id}.jsonl.zst`,
      { form: 'jsonl.zst', time: '2026-11-20T07:24:57', sessionId: id, rolloutId: null },
    ],
    [
      `rollout-2026-11-20T07-24-57-${id}_${other}.jsonl`,
      { form: 'jsonl', time: '2026-11-20T07:24:57', sessionId: id, rolloutId: other },
    ],
    ['notes.jsonl', { form: 'jsonl', time: null, sessionId: null, rolloutId: null }],
    [`rollout-${id}.jsonl`, { form: 'jsonl', time: null, sessionId: null, rolloutId: null }],
    ['rollout.json', null],
    ['x.jsonl.tmp', null],
  ])('reads %s', (name, expected) => {
    expect(readRolloutName(name)).toEqual(expected)
  })
})
