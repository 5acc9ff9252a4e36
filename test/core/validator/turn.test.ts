import { describe, it } from 'vitest'
import { check, checkMessages } from './check'
import { completed, event, later, meta, session, started } from './records'

const turns = { rules: /^turn\// }
const aborted = (turnId?: string): object =>
  event('turn_aborted', { ...(turnId === undefined ? {} : { turn_id: turnId }), reason: 'interrupted' })

describe('rules about turns', () => {
  it('say nothing of turns that begin and end, under all their names', async () => {
    const content = session(
      started('a'),
      completed('a'),
      event('turn_started', { turn_id: 'b' }),
      event('turn_complete', { turn_id: 'b' }),
      started('rollout-3'),
      aborted('rollout-3'),
    )
    await check(content, [], turns)
  })

  it('say nothing of files without turns, where a broken-off turn has no id', async () => {
    await check(session(event('user_message', { message: 'hello' }), aborted(), aborted()), [], turns)
  })

  // SPEC rule/turn/not-ended
  it('tell that a turn has no end, and why', async () => {
    await checkMessages(
      session(started('a'), started('b'), completed('b'), started('c'), started('d')),
      [
        'turn/not-ended 2: The turn "a" has no end: another began before it.',
        'turn/not-ended 5: The turn "c" has no end: another began before it.',
        'turn/not-ended 6: The turn "d" has no end: the file ends before it.',
      ],
      turns,
    )
    await check(session(started('a'), '{"timest'), [], turns)
  })

  // SPEC rule/turn/not-started
  it('name the end of a turn that never began', async () => {
    await check(
      session(started('a'), completed('a'), completed('b')),
      ['turn/not-started 4 @462+135 reads'],
      turns,
    )
    await check(session('{"timest', completed('b')), [], turns)
  })

  it('do not look for the beginning of a turn in the base', async () => {
    const base = { thread_id: '019cb740-7b18-7000-8000-000000000002', end_ordinal_exclusive: 9 }
    const fork = JSON.stringify(meta({ history_mode: 'paginated', history_base: base }))
    const own = [started('b'), completed('b'), completed('c')].map((line) => JSON.stringify(line))
    await checkMessages(
      [fork, JSON.stringify(completed('a')), ...own].map((line) => `${line}\n`).join(''),
      ['turn/not-started 5: The turn "c" ends here and begins nowhere.'],
      turns,
    )
  })

  it('know that a review leaves one start and one end that do not belong together', async () => {
    await check(
      session(
        event('entered_review_mode', { target: { type: 'uncommittedChanges' } }),
        started('of-the-review'),
        event('exited_review_mode', { review_output: null }),
        completed('around'),
        started('next'),
        completed('next'),
      ),
      [],
      turns,
    )
    const item = (type: string): object => event('item_completed', { item: { type, id: 'i' } })
    await check(
      session(
        started('of-the-review'),
        item('EnteredReviewMode'),
        completed('of-the-review'),
        item('ExitedReviewMode'),
        completed('around'),
      ),
      [],
      turns,
    )
  })

  // SPEC rule/turn/repeated
  it('name a turn that begins or ends twice', async () => {
    await checkMessages(
      session(started('a'), later(started('a')), completed('a'), later(completed('a'))),
      ['turn/repeated 3: The turn "a" begins once more.', 'turn/repeated 5: The turn "a" ends once more.'],
      turns,
    )
  })

  // SPEC rule/turn/overlapping
  it('name a turn that ends within another', async () => {
    await checkMessages(
      session(started('a'), started('b'), completed('a'), completed('b')),
      ['turn/overlapping 4: The turn "a" ends behind line 3, where another began.'],
      turns,
    )
  })

  // SPEC rule/turn/policy-missing
  it('tell that a turn does not say under which policy it ran', async () => {
    const context = (payload: object): string =>
      JSON.stringify({ timestamp: '2026-03-04T05:06:08.000Z', type: 'turn_context', payload })
    const settings = { cwd: '/app', model: 'm', summary: 'auto' }
    const approval = { approval_policy: 'never' }
    const sandbox = { sandbox_policy: { type: 'read-only' } }
    await checkMessages(
      session(
        context({ ...settings, ...approval, ...sandbox }),
        context({ ...settings, ...sandbox }),
        context({ ...settings, ...approval, sandbox_policy: null }),
        context(settings),
      ),
      [
        'turn/policy-missing 3: The turn context does not say when a person was to be asked.',
        'turn/policy-missing 4: The turn context does not say what commands were allowed to touch.',
        'turn/policy-missing 5: The turn context does not say when a person was to be asked and what commands were allowed to touch.',
      ],
      turns,
    )
  })
})
