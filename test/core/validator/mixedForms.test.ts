import { describe, it } from 'vitest'
import { metaLine, rollout, userLine, uuid } from '../support/tempHome'
import { check, checkMessages } from './check'

const rules = /^format\/mixed/
const bareMeta = JSON.stringify({ id: uuid(1), timestamp: '2025-06-01T10:00:00.000Z', instructions: null })
const state = '{"record_type":"state"}'
const item = '{"type":"message","id":null,"role":"user","content":[{"type":"input_text","text":"hi"}]}'

describe('lines of two forms in one file', () => {
  // SPEC rule/format/mixed
  it('are named once, at the first line of the form that came in', async () => {
    const [meta, user] = [metaLine(uuid(1)), userLine('hello')]
    await checkMessages(
      rollout(meta, user, state, user, item),
      ['format/mixed 3: From here on, 2 lines are of the bare form, in a file of lines in envelopes.'],
      { rules },
    )
    await check(
      rollout(meta, user, item),
      [`format/mixed 3 @${String(meta.length + user.length + 2)}+${String(item.length + 1)} -`],
      { rules },
    )
    await checkMessages(
      rollout(bareMeta, state, user, item),
      ['format/mixed 3: This line is in an envelope, in a file of the bare form.'],
      { rules },
    )
  })

  it('are no more than one in sound files, in damaged ones and in foreign ones', async () => {
    await check(rollout(bareMeta, state, item, state), [], { rules })
    await check(rollout(metaLine(uuid(1)), 'garbage', '{"a":1}', '42', userLine('hello')), [], { rules })
    await check(rollout('{"type":"thread.started","thread_id":"x"}', '{"type":"turn.started"}'), [], {
      rules,
    })
    await check('', [], { rules })
  })
})
