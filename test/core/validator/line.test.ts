import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { SeenLines } from '../../../src/core/validator/seenLines'
import { metaLine, rollout, userLine, uuid } from '../support/tempHome'
import { check, checkMessages } from './check'

const meta = metaLine(uuid(1))
const user = userLine('hello')
const rules = /^line\//

describe('rules about lines', () => {
  it('are silent about what Codex writes', async () => {
    await check(rollout(meta, user, userLine('hello again'), userLine('hello\\r\\n')), [], { rules })
  })

  // SPEC rule/line/crlf
  it('name CR LF once a file, at the first carriage return', async () => {
    await check(
      rollout(meta, user).replaceAll('\n', '\r\n'),
      [`line/crlf 1 @${String(meta.length)}+1 reads`],
      { rules },
    )
    await checkMessages(
      rollout(meta, `${user}\r`, userLine('b')),
      ['line/crlf 2: This line ends with CR LF.'],
      { rules },
    )
    await checkMessages(
      rollout(meta, `${user}\r`, `${userLine('b')}\r`),
      ['line/crlf 2: 2 of the lines end with CR LF.'],
      { rules },
    )
  })

  // SPEC rule/line/cr
  it('name records that are ended by CR alone, and not as glued', async () => {
    await check(rollout(meta, user).replaceAll('\n', '\r'), [`line/cr 1 @${String(meta.length)}+1 refuses`], {
      rules,
    })
    await check(
      rollout(meta, user + user),
      [`line/glued 2 @${String(meta.length + 1)}+${String(user.length * 2 + 1)} skips`],
      { rules },
    )
  })

  // SPEC rule/line/blank
  it('name blank lines, but not in a file that has no others', async () => {
    await check(
      rollout(meta, '', user, ' \t '),
      [
        `line/blank 2 @${String(meta.length + 1)}+1 reads`,
        `line/blank 4 @${String(meta.length + user.length + 3)}+4 reads`,
      ],
      { rules },
    )
    await check('\n\n', [], { rules })
  })

  // SPEC rule/line/white-space
  it('name white space around a record', async () => {
    await checkMessages(
      rollout(meta, `  ${user}\t`, user.replace('hello', 'b')),
      ['line/white-space 2: 3 bytes of white space around the record.'],
      { rules },
    )
  })

  // SPEC rule/line/repeated
  it('name runs of repeated records, but not repeated state or metadata', async () => {
    const second = userLine('second')
    await checkMessages(
      rollout(meta, user, second, user, second, meta, second),
      [
        'line/repeated 4: Lines 4 to 5 are the same as lines 2 to 3.',
        'line/repeated 7: The same record stands on line 3.',
      ],
      { rules },
    )
    const state = '{"record_type":"state"}'
    await check(rollout(meta, state, state), [], { rules })
  })

  // SPEC rule/line/repeated
  it('are compared byte by byte, whatever their checksums say', async () => {
    const hex = (number: number): string => (number >>> 0).toString(16).padStart(8, '0')
    const bySum = new Map<number, string>()
    for (let at = 0; ; at += 1) {
      const text = userLine(hex(Math.imul(at, 0x9e3779b1)) + hex(Math.imul(at, 0x85ebca6b) ^ (at << 7)))
      const like = bySum.get(crc32(text))
      bySum.set(crc32(text), text)
      if (like === undefined) continue
      await check(rollout(meta, like, text), [], { rules })
      await check(
        rollout(meta, like, text, text),
        [
          'line/repeated 4 @' +
            String(meta.length + 2 + like.length + 1 + text.length) +
            '+' +
            String(text.length + 1) +
            ' -',
        ],
        { rules },
      )
      return
    }
  })

  it('remember a bounded number of lines', () => {
    const seen = new SeenLines()
    const add = (line: number): number | null => {
      const place = { lineNumber: line, byteOffset: line * 100 }
      return seen.add(Math.imul(line, 0x5bd1e995) >>> 0, place, (offset) => offset === line * 100)
    }
    let known = 0
    for (let line = 1; line <= 750_000; line += 1) if (add(line) !== null) known += 1
    expect([known, seen.isFull]).toEqual([0, false])
    expect(add(750_001)).toBe(null)
    expect(seen.isFull).toBe(true)
    expect(add(750_000)).toBe(750_000)
    expect(add(750_001)).toBe(null)
  })

  it('are not slowed down by lines that are made to collide', () => {
    const seen = new SeenLines()
    let compared = 0
    const add = (line: number): number | null =>
      seen.add(7, { lineNumber: line, byteOffset: line }, (offset) => {
        compared += 1
        return offset === line
      })
    for (let line = 1; line <= 100_000; line += 1) add(line)
    expect(add(1)).toBe(1)
    expect(compared).toBeLessThan(2_000_000)
    expect(seen.isFull).toBe(true)
  })
})
