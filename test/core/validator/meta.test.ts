import { describe, expect, it } from 'vitest'
import { metaLine, rollout, userLine, uuid } from '../support/tempHome'
import { check, checkMessages } from './check'

const rules = /^meta\/(?!credentials)/
const meta = metaLine(uuid(1))

function messages(lines: readonly string[], expected: readonly string[], name = 'a.jsonl'): Promise<unknown> {
  return checkMessages(rollout(...lines), expected, { rules, name })
}

/** The place of the second line. */
function second(first: string, line: string): string {
  return `2 @${String(Buffer.byteLength(first) + 1)}+${String(Buffer.byteLength(line) + 1)}`
}

describe('rules about the session meta', () => {
  // SPEC rule/meta/repeated
  it('tell once how often it is written again, and what is not the same', async () => {
    await check(rollout(meta, meta, userLine('a')), [`meta/repeated ${second(meta, meta)} reads`], { rules })
    await messages(
      [meta, userLine('a'), meta, userLine('b'), metaLine(uuid(1), { cli_version: '0.146.0' }), meta],
      ['meta/repeated 3: The session meta of line 1 stands here 3 more times, last on line 6.'],
    )
    await messages(
      [meta, metaLine(uuid(1), { cwd: '/elsewhere' })],
      ['meta/repeated 2: The session meta of line 1 stands here again. Not all tell the same cwd.'],
    )
  })

  // SPEC rule/meta/copied
  it('tell what was copied in from sessions that it says to come from', async () => {
    const fork = metaLine(uuid(1), { forked_from_id: uuid(2) })
    const parent = metaLine(uuid(2), { forked_from_id: uuid(3) })
    await check(rollout(fork, parent, userLine('a')), [`meta/copied ${second(fork, parent)} reads`], {
      rules,
    })
    await messages(
      [fork, parent, metaLine(uuid(3)), userLine('a')],
      [
        `meta/copied 2: Records of session "${uuid(2)}" were copied in from here on: this session says that it comes from it. 1 more follow.`,
      ],
    )
    const spawned = { source: { subagent: { thread_spawn: { parent_thread_id: uuid(2), depth: 1 } } } }
    await messages(
      [metaLine(uuid(1), spawned), metaLine(uuid(2).toUpperCase())],
      [
        `meta/copied 2: Records of session "${uuid(2).toUpperCase()}" were copied in from here on: this session says that it comes from it.`,
      ],
    )
  })

  // SPEC rule/meta/other-id
  it('name the session meta of a session that nothing explains', async () => {
    const other = metaLine(uuid(2))
    await check(rollout(meta, other), [`meta/other-id ${second(meta, other)} reads`], { rules })
    await messages(
      [meta, userLine('a'), other, other],
      [`meta/other-id 3: The session meta of another session stands here: "${uuid(2)}". 1 more follow.`],
    )
  })

  // SPEC rule/meta/id-not-in-name
  it('compare the id with the name of the file', async () => {
    const name = (id: string): string => `rollout-2026-03-04T05-06-07-${id}.jsonl`
    await messages([meta], [], name(uuid(1)))
    await messages([meta], [], name(`${uuid(1)}_${uuid(9)}`))
    await messages([metaLine(uuid(1).replace(/-/g, ''))], [], name(uuid(1).toUpperCase()))
    await messages(
      [meta],
      [
        `meta/id-not-in-name 1: The session meta tells id "${uuid(1)}", and the name of the file "${uuid(2)}".`,
      ],
      name(uuid(2)),
    )
    await messages(
      [meta, metaLine(uuid(2))],
      [
        `meta/id-not-in-name 1: The session meta tells id "${uuid(1)}", and the name of the file "${uuid(2)}". The id of the name stands in the session meta of line 2.`,
      ],
      name(uuid(2)),
    )
    const opening = JSON.stringify({ id: uuid(1), timestamp: '2025-08-25T21:06:52.427Z', instructions: null })
    await messages(
      [opening],
      [
        `meta/id-not-in-name 1: The session meta tells id "${uuid(1)}", and the name of the file "${uuid(2)}".`,
      ],
      name(uuid(2)),
    )
    await check(rollout(meta), [`meta/id-not-in-name 1 @0+${String(meta.length + 1)} reads`], {
      rules,
      name: name(uuid(2)),
    })
  })

  // SPEC rule/meta/unknown-mode
  it('name a history mode that Codex does not know', async () => {
    const odd = metaLine(uuid(1), { history_mode: 'quantum\u202e' })
    await check(rollout(odd), [`meta/unknown-mode 1 @0+${String(Buffer.byteLength(odd) + 1)} refuses`], {
      rules,
    })
    const copied = metaLine(uuid(2), { history_mode: 'quantum' })
    const fork = metaLine(uuid(1), { forked_from_id: uuid(2), history_mode: 'legacy' })
    await check(
      rollout(fork, copied),
      [`meta/unknown-mode ${second(fork, copied)} skips`, `meta/copied ${second(fork, copied)} reads`],
      { rules },
    )
    await messages(
      [metaLine(uuid(1), { history_mode: 5 })],
      ['meta/unknown-mode 1: The history mode is no word, and not legacy or paginated.'],
    )
    await messages([metaLine(uuid(1), { history_mode: 'paginated' })], [])
  })

  // SPEC rule/meta/unknown-source
  it('name a source that Codex does not know', async () => {
    const odd = metaLine(uuid(1), { source: 'toaster' })
    await check(rollout(odd), [`meta/unknown-source 1 @0+${String(odd.length + 1)} reads`], { rules })
    for (const source of ['cli', 'vscode', 'exec', 'mcp', 'unknown', undefined, { custom: 'atlas' }]) {
      await messages([metaLine(uuid(1), { source })], [])
    }
  })

  // SPEC rule/meta/incomplete
  it('name members of the session meta that Codex cannot decode', async () => {
    const odd = metaLine(uuid(1), { session_id: 'not a uuid' })
    const report = await check(rollout(odd), [`meta/incomplete 1 @0+${String(odd.length + 1)} refuses`], {
      rules,
    })
    expect(report.verdict).toBe('damaged')
    await messages(
      [metaLine(uuid(1), { base_instructions: {} })],
      [
        'meta/incomplete 1: The session meta is unusable for Codex. The base instructions in the session meta have no text.',
      ],
    )
  })

  // SPEC rule/meta/missing
  it('point at a session meta without a time of its own', async () => {
    const untimed = meta.replace('"timestamp":"2026-03-04T05:06:07.000Z",', '')
    await check(
      rollout(untimed, userLine('a')),
      [`meta/missing 1 @0+${String(untimed.length + 1)} refuses`],
      { rules },
    )
  })
})
