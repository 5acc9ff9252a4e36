import { createHash } from 'node:crypto'
import { appendFileSync, copyFileSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ValidationReport } from '../../../src/shared/validation/report'
import { corpusFiles } from '../../support/corpus'
import { sharedFolder } from '../../support/shared'
import { metaLine, rollout, tempHome, userItemLine, userLine, uuid } from '../support/tempHome'
import { testExplorer, valueOf } from '../support/testExplorer'
import { headRules } from '../../../src/core/validator/headRules'
import { nodeFileSystem, type FileSystem } from '../../../src/core/platform/fileSystem'
import { check as checkRules, inShort, reportOf } from './check'
import { zstdFrame } from '../support/zstdFrame'

/** The rules that this file is about: those that say how bytes, lines and the file as a whole can be read. */
const structure = new RegExp(`^(${[...headRules.map(({ info }) => info.id), 'file/changed'].join('|')})$`)

/** Checks a literal file, as far as these rules go. */
async function check(content: string | Uint8Array, expected: readonly string[]): Promise<ValidationReport> {
  return checkRules(content, expected, { rules: structure })
}

async function report(path: string, fileSystem?: FileSystem): Promise<ValidationReport> {
  const whole = await reportOf(path, fileSystem)
  return { ...whole, findings: whole.findings.filter(({ rule }) => structure.test(rule)) }
}

/** The file system, where something happens right before one of the readings. */
function atRead(count: number, happen: () => void): FileSystem {
  let reads = 0
  return {
    ...nodeFileSystem,
    read: (...args) => {
      reads += 1
      if (reads === count) happen()
      return nodeFileSystem.read(...args)
    },
  }
}

const meta = metaLine(uuid(1))
const metaBytes = Buffer.byteLength(meta) + 1
const user = userLine('hello')
const userBytes = user.length + 1

describe('rollout:check', () => {
  // SPEC rule/file/empty
  it('reports an empty file and one of white space only', async () => {
    await check('', ['file/empty file @0+0 refuses'])
    await check(' \n\n', ['file/empty file @0+3 refuses'])
  })

  it('finds nothing in a sound file, and says what it did not look at', async () => {
    const item = userItemLine('hello')
    const bytes = metaBytes + item.length + 1 + userBytes
    const result = await check(rollout(meta, item, user), [])
    expect(result).toMatchObject({
      format: 'legacy',
      verdict: 'clean',
      lineCount: 3,
      session: uuid(1),
      ledger: { totalBytes: bytes, spans: [{ kind: 'record', count: 3, bytes }] },
    })
    expect(result.notChecked.length).toBeGreaterThan(0)
  })

  // SPEC rule/line/torn
  it('reports a torn last line', async () => {
    await check(`${meta}\n{"timestamp":"20`, [`line/torn 2 @${String(metaBytes)}+16 skips`])
  })

  // SPEC rule/line/unterminated
  it('reports a last record without its line feed, for information', async () => {
    const before = rollout(meta, userItemLine('hello'))
    const result = await check(before + user, [
      `line/unterminated 3 @${String(before.length)}+${String(user.length)} reads`,
    ])
    expect(result.verdict).toBe('clean')
  })

  // SPEC rule/line/not-json
  it('reports a line that is not JSON, and that Codex refuses to resume when it is the first', async () => {
    await check(rollout(meta, 'oops', user), [`line/not-json 2 @${String(metaBytes)}+5 skips`])
    // That the session meta stands behind it is no finding of its own.
    await check(rollout('oops', meta, user), ['line/not-json 1 @0+5 refuses'])
  })

  // SPEC rule/line/glued
  it('reports glued lines', async () => {
    await check(rollout(meta, user.slice(0, 50) + user), [
      `line/glued 2 @${String(metaBytes)}+${String(userBytes + 50)} skips`,
    ])
  })

  // SPEC rule/line/invalid-utf8
  it('reports where UTF-8 breaks, and that Codex treats the two formats differently', async () => {
    const bad = Buffer.concat([Buffer.from(`${meta}\n{"a":"`), Buffer.from([0xff]), Buffer.from('"}\n')])
    await check(bad, [`line/invalid-utf8 2 @${String(metaBytes + 6)}+1 refuses`])
    const paginated = metaLine(uuid(1), { history_mode: 'paginated' })
    const at = Buffer.byteLength(paginated) + 7
    await check(
      Buffer.concat([Buffer.from(`${paginated}\n{"a":"`), Buffer.from([0xff]), Buffer.from('"}\n')]),
      [`line/invalid-utf8 2 @${String(at)}+1 skips`],
    )
  })

  // SPEC rule/file/bom
  it('reports a byte-order mark and still reads the session meta behind it', async () => {
    const result = await check(`\uFEFF${rollout(meta, user)}`, ['file/bom 1 @0+3 refuses'])
    expect(result.session).toBe(uuid(1))
  })

  // SPEC rule/line/nul
  it('reports runs of NUL', async () => {
    await check(`${rollout(meta, user)}${'\0'.repeat(64)}`, [
      `line/nul 3 @${String(metaBytes + userBytes)}+64 skips`,
    ])
  })

  // SPEC rule/meta/missing, rule/meta/not-first
  it('reports a session meta that is missing or late', async () => {
    await check(rollout(user), ['meta/missing file @0+0 refuses'])
    await check(rollout('', user, meta), [
      `meta/not-first 3 @${String(userBytes + 1)}+${String(metaBytes)} refuses`,
    ])
  })

  // SPEC rule/line/not-record
  it('reports JSON that is no record: what it was is lost, to Codex too', async () => {
    const result = await check(rollout(meta, '42', '{"a":1}'), [
      `line/not-record 2 @${String(metaBytes)}+3 skips`,
      `line/not-record 3 @${String(metaBytes + 3)}+8 skips`,
    ])
    expect(result.verdict).toBe('damaged')
    await check(rollout('42', meta, user), ['line/not-record 1 @0+3 refuses'])
  })

  // SPEC check/whole
  it('gives the SHA-256 of the very bytes, of a file with an open last line and of one in many chunks', async () => {
    const many = rollout(meta, ...Array.from({ length: 2000 }, () => userLine('a'.repeat(777))))
    for (const content of [rollout(meta, user), `${rollout(meta, user)}{"torn`, many]) {
      const sha256 = createHash('sha256').update(content).digest('hex')
      expect(await reportOf(join(tempHome({ 'a.jsonl': content }), 'a.jsonl'))).toMatchObject({
        sha256,
        contentSha256: sha256,
      })
    }
  })

  // SPEC rule/line/pending
  it('calls the last line of a file that grows meanwhile pending', async () => {
    const path = join(tempHome({ 'a.jsonl': `${meta}\n{"timestamp":"20` }), 'a.jsonl')
    let reads = 0
    const growing: FileSystem = {
      ...nodeFileSystem,
      read: (...args) => {
        reads += 1
        // Somebody appends while the check reads, after the head was read for opening.
        if (reads > 3) appendFileSync(path, '26')
        return nodeFileSystem.read(...args)
      },
    }
    const { findings, verdict } = await report(path, growing)
    const inBrief = findings.map(({ rule, lineNumber }) => `${rule} ${String(lineNumber)}`)
    expect([inBrief, verdict]).toEqual([['line/pending 2'], 'clean'])
  })

  // SPEC rule/file/grown, check/whole
  it('says by how much a file grew while it was read, and until it rests', async () => {
    const path = join(tempHome({ 'a.jsonl': rollout(meta, user) }), 'a.jsonl')
    let reads = 0
    const growing: FileSystem = {
      ...nodeFileSystem,
      read: (...args) => {
        reads += 1
        // A whole line: nothing is torn or pending by it.
        if (reads === 5) appendFileSync(path, `${user}\n`)
        return nodeFileSystem.read(...args)
      },
    }
    const { findings, verdict, notChecked, sha256, contentBytes } = await reportOf(path, growing)
    const grown = findings.filter(({ rule }) => rule === 'file/grown')
    expect(grown.map(inShort)).toEqual([`file/grown file @${String(contentBytes)}+0 -`])
    expect(grown[0]?.message).toBe(
      `The file grew by ${String(userBytes)} bytes while it was read; they are no part of this report.`,
    )
    expect([verdict, contentBytes, notChecked[0]]).toEqual([
      'clean',
      metaBytes + userBytes,
      'what was appended to the file while it was read',
    ])
    expect(sha256).not.toBeNull()
    const after = await reportOf(path)
    expect(after.findings.filter(({ rule }) => rule === 'file/grown')).toEqual([])
    expect([after.contentBytes, after.notChecked[0]]).toEqual([
      metaBytes + 2 * userBytes,
      expect.not.stringContaining('appended'),
    ])
  })

  // SPEC check/whole, rule/file/changed, check/verdict
  it('says that it is incomplete when the file becomes shorter while it is read', async () => {
    const path = join(tempHome({ 'a.jsonl': rollout(meta, user) }), 'a.jsonl')
    let reads = 0
    const shrinking: FileSystem = {
      ...nodeFileSystem,
      read: (descriptor, into, offset, length, position) => {
        reads += 1
        const most = reads > 4 ? Math.max(0, metaBytes + 10 - position) : length
        return nodeFileSystem.read(descriptor, into, offset, Math.min(length, most), position)
      },
    }
    const { verdict, findings, notChecked, ledger, sha256 } = await report(path, shrinking)
    expect([verdict, findings.map(({ rule }) => rule), notChecked[0]]).toEqual([
      'unreadable',
      ['file/changed', 'line/torn'],
      'everything after the point where the file became shorter while it was read',
    ])
    // What was read is accounted for to the last byte, and a hash of a part is not passed off as the file's.
    expect([ledger.totalBytes, sha256]).toEqual([metaBytes + 10, null])
  })

  it('says that it is incomplete when the file is changed in place while it is read', async () => {
    const path = join(tempHome({ 'a.jsonl': rollout(meta, user) }), 'a.jsonl')
    let reads = 0
    const meddling: FileSystem = {
      ...nodeFileSystem,
      read: (...args) => {
        reads += 1
        if (reads === 5) utimesSync(path, 1, 1)
        return nodeFileSystem.read(...args)
      },
    }
    const { verdict, findings, sha256 } = await report(path, meddling)
    expect([verdict, findings.map(inShort), sha256]).toEqual([
      'unreadable',
      [`file/changed file @0+${String(metaBytes + userBytes)} -`],
      null,
    ])
  })

  it('tells a file that is rewritten and longer afterwards from one that grew', async () => {
    const path = join(tempHome({ 'a.jsonl': rollout(meta, user) }), 'a.jsonl')
    let reads = 0
    const meddling: FileSystem = {
      ...nodeFileSystem,
      read: (...args) => {
        reads += 1
        if (reads === 5) writeFileSync(path, rollout(meta, userLine('other'), user, user))
        return nodeFileSystem.read(...args)
      },
    }
    const { verdict, findings, sha256 } = await report(path, meddling)
    expect([verdict, findings.map(({ rule }) => rule).includes('file/changed'), sha256]).toEqual([
      'unreadable',
      true,
      null,
    ])
  })

  it('tells a file that is rewritten between its ends, and longer afterwards, from one that grew', async () => {
    // Longer than what is compared of either end of a file.
    const long = userLine('a'.repeat(9000))
    const written = (word: string, ...more: readonly string[]): string =>
      rollout(meta, long, ...Array.from({ length: 2000 }, () => userLine(word)), long, ...more)
    // Six readings open the file and read its first half; the second half is of another state.
    const path = join(tempHome({ 'a.jsonl': written('x'.repeat(777)) }), 'a.jsonl')
    const meddling = atRead(7, () => {
      writeFileSync(path, written('y'.repeat(777), user))
    })
    const { verdict, findings, sha256, contentSha256 } = await report(path, meddling)
    expect([verdict, findings.map(({ rule }) => rule), sha256, contentSha256]).toEqual([
      'unreadable',
      ['file/changed'],
      null,
      null,
    ])
  })

  it('reads a file once more where it grew during the check, and only there', async () => {
    // No two lines are the same: repeated ones are read again for themselves.
    const lines = Array.from({ length: 2000 }, (_, index) => userLine(`${String(index)} ${'x'.repeat(777)}`))
    const content = rollout(meta, ...lines)
    const readBytes = async (append: string): Promise<number> => {
      const path = join(tempHome({ 'a.jsonl': content }), 'a.jsonl')
      const seam = atRead(7, () => {
        appendFileSync(path, append)
      })
      let sum = 0
      const { findings, sha256 } = await report(path, {
        ...seam,
        read: (...args) => {
          const read = seam.read(...args)
          sum += read
          return read
        },
      })
      expect([findings, sha256]).toEqual([[], createHash('sha256').update(content).digest('hex')])
      return sum
    }
    expect((await readBytes('')) / content.length).toBeCloseTo(1, 1)
    expect((await readBytes(`${user}\n`)) / content.length).toBeCloseTo(2, 1)
  })

  it('says that it is incomplete when a compressed file is rewritten after it was decompressed', async () => {
    const text = rollout(meta, user)
    // The same size in all: bytes are told apart, not lengths.
    const other = rollout(meta, userLine('hullo'))
    // Six readings open the file, the seventh is of its unpacked form, the eighth hashes the file.
    for (const read of [7, 8]) {
      const path = join(tempHome({ 'a.jsonl.zst': zstdFrame(text) }), 'a.jsonl.zst')
      const rewrite = (): void => {
        writeFileSync(path, zstdFrame(other))
        utimesSync(path, 1, 1)
      }
      const { verdict, findings, notChecked, sha256, contentSha256 } = await report(
        path,
        atRead(read, rewrite),
      )
      expect([verdict, findings.map(inShort), notChecked[0], sha256, contentSha256]).toEqual([
        'unreadable',
        [`file/changed file @0+${String(text.length)} -`],
        'whether what was read is what the compressed file says: it was changed after it was decompressed',
        null,
        null,
      ])
    }
  })

  it('takes no offence at others who open the compressed file meanwhile, or unpack it once more', async () => {
    const path = join(tempHome({ 'a.jsonl.zst': zstdFrame(rollout(meta, user)) }), 'a.jsonl.zst')
    const opened: string[] = []
    const watched = atRead(7, () => {
      const entry = opened.at(-1) ?? ''
      expect(entry).not.toBe(path)
      copyFileSync(entry, `${entry}.again`)
      renameSync(`${entry}.again`, entry)
    })
    const open = (name: string): number => {
      opened.push(name)
      return nodeFileSystem.open(name)
    }
    const { findings, sha256, contentSha256 } = await report(path, { ...watched, open })
    expect(findings).toEqual([])
    expect([sha256, contentSha256]).not.toContain(null)
  })

  it('does not call a record that lacks its last brace glued', async () => {
    const item = JSON.stringify({
      timestamp: '2026-03-04T05:06:08.000Z',
      type: 'response_item',
      payload: { type: 'message', role: 'user', content: [] },
    })
    await check(rollout(meta, item.slice(0, -1)), [
      `line/not-json 2 @${String(metaBytes)}+${String(item.length)} skips`,
    ])
  })

  it('says of a line what Codex does with the session, where it refuses that', async () => {
    await check(rollout(user, 'oops'), [
      'meta/missing file @0+0 refuses',
      `line/not-json 2 @${String(userBytes)}+5 refuses`,
    ])
    const bad = Buffer.concat([Buffer.from(`${meta}\n\n`), Buffer.from([0xff, 0x0a]), Buffer.from('{"torn')])
    await check(bad, [
      `line/invalid-utf8 3 @${String(metaBytes + 1)}+1 refuses`,
      `line/torn 4 @${String(metaBytes + 3)}+6 refuses`,
    ])
  })

  // SPEC rule/file/not-text
  it('says once that a file is no rollout at all', async () => {
    const utf16 = Buffer.from(`\ufeff${rollout(meta, user)}`, 'utf16le')
    const result = await report(join(tempHome({ 'a.jsonl': utf16 }), 'a.jsonl'))
    expect(result.findings.map(inShort)).toEqual([`file/not-text file @0+${String(utf16.length)} refuses`])
    expect(result.byRule).toEqual([{ rule: 'file/not-text', count: 1 }])
    expect(result.ledger.totalBytes).toBe(utf16.length)
    // Damage is not foreign data, however little of a rollout is left.
    const torn = Buffer.concat([Buffer.from(meta.slice(0, 60)), Buffer.alloc(40)])
    const found = await report(join(tempHome({ 'a.jsonl': torn }), 'a.jsonl'))
    expect(found.byRule.map(({ rule }) => rule)).toEqual(['meta/missing', 'line/torn', 'line/nul'])
  })

  it('reads a meta behind white space that JSON does not know', async () => {
    const result = await check(`\f${rollout(meta, user)}`, [])
    expect(result.session).toBe(uuid(1))
  })

  // SPEC rule/line/oversized
  it('checks a line of more than 64 MiB to its last byte', async () => {
    const line = Buffer.concat([
      Buffer.from('{"timestamp":"t","type":"event_msg","payload":{"type":"x","text":"'),
      Buffer.alloc(65 * 1024 * 1024, 'a'),
      Buffer.from('"}}\n'),
    ])
    const sound = Buffer.concat([Buffer.from(`${meta}\n`), line])
    await check(sound, [`line/oversized 2 @${String(metaBytes)}+${String(line.length)} -`])
    sound.write('x', sound.length - 2)
    await check(sound, [`line/not-json 2 @${String(metaBytes)}+${String(line.length)} skips`])
  })

  // SPEC rule/source/frame-error, rule/source/size-mismatch, rule/source/not-compressed
  it('reports what opening a compressed file found out', async () => {
    const stored = async (bytes: Uint8Array) =>
      report(join(tempHome({ 'a.jsonl.zst': bytes }), 'a.jsonl.zst'))
    const text = rollout(meta, user)
    const whole = await stored(zstdFrame(text))
    expect([whole.form, whole.findings, whole.contentBytes]).toEqual(['jsonl.zst', [], text.length])
    expect(whole.sha256).not.toBe(whole.contentSha256)
    const torn = await stored(Buffer.concat([zstdFrame(text), zstdFrame(text).subarray(0, 40)]))
    expect([torn.findings.map(inShort), torn.ledger.spans]).toEqual([
      [`source/frame-error file @${String(text.length)}+0 -`],
      [
        { kind: 'record', count: 2, bytes: text.length },
        { kind: 'frame-error', count: 1, bytes: 0 },
      ],
    ])
    const plain = await stored(Buffer.from(text))
    expect([plain.findings.map(inShort), plain.verdict]).toEqual([
      [`source/not-compressed file @0+0 -`],
      'findings',
    ])
    const short = await stored(zstdFrame(text, { statedBytes: text.length + 9 }))
    expect(short.findings.some(({ rule }) => rule.startsWith('source/'))).toBe(true)
  })

  // SPEC rule/record/shape
  it('reports a record that is not as specified, once, with the places', async () => {
    const odd = (type: string, payload: unknown): string =>
      JSON.stringify({ timestamp: '2026-03-04T05:06:08.000Z', type, payload })
    const first = odd('world_state', { full: 'yes', state: 5 })
    const second = odd('token_usage_record', { response_id: 7 })
    const sound = odd('event_msg', { type: 'token_count', info: null })
    const result = await check(rollout(meta, first, user, second, sound), [
      `record/shape 2 @${String(metaBytes)}+${String(first.length + 1)} -`,
      `record/shape 4 @${String(metaBytes + first.length + 1 + userBytes)}+${String(second.length + 1)} -`,
    ])
    expect(
      result.findings.flatMap(({ rule, message }) => (rule === 'record/shape' ? [message] : [])),
    ).toEqual([
      'world_state: /payload/full should be true or false, is a text; /payload/state should be an object, is a number.',
      'token_usage_record: /payload/response_id should be a text, is a number.',
    ])
    expect(result.verdict).toBe('findings')
  })

  // SPEC rule/record/unknown-type
  it('names types that it does not know, and what Codex does with them', async () => {
    const lines = [
      { timestamp: '2026-03-04T05:06:08.000Z', type: 'moon_phase', payload: {} },
      { timestamp: '2026-03-04T05:06:08.000Z', type: 'event_msg', payload: { type: 'moon_landed' } },
      { timestamp: '2026-03-04T05:06:08.000Z', type: 'response_item', payload: { type: 'moon_rock' } },
      {
        timestamp: '2026-03-04T05:06:08.000Z',
        type: 'event_msg',
        payload: { type: 'item_completed', item: { type: 'Moon' } },
      },
      {
        timestamp: '2026-03-04T05:06:08.000Z',
        type: 'response_item',
        payload: { type: 'message', role: 'user', content: [{ type: 'scent' }, { type: 'taste' }] },
      },
      {
        timestamp: '2026-03-04T05:06:08.000Z',
        type: 'response_item',
        payload: { type: 'web_search_call', action: { type: 'moonwalk' } },
      },
    ].map((line) => JSON.stringify(line))
    const folder = tempHome({ 'a.jsonl': rollout(meta, ...lines) })
    const { findings, verdict } = await report(join(folder, 'a.jsonl'))
    expect(findings.map(({ rule, message, codex }) => `${rule} ${message} ${codex?.outcome ?? '-'}`)).toEqual(
      [
        'record/unknown-type Unknown record type "moon_phase". skips',
        'record/unknown-type Unknown event type "moon_landed". skips',
        'record/unknown-type Unknown response item type "moon_rock". reads',
        'record/unknown-type Unknown item type "Moon". skips',
        'record/unknown-type Unknown type of a part at /payload/content/0: "scent", and 1 more. skips',
        'record/unknown-type Unknown type at /payload/action: "moonwalk". -',
      ],
    )
    expect(verdict).toBe('clean')
  })

  // SPEC rule/meta/incomplete
  it('reports a session meta that Codex cannot use', async () => {
    const withoutCwd = metaLine(uuid(1), { cwd: undefined, git: 5 })
    const length = Buffer.byteLength(withoutCwd) + 1
    const result = await check(rollout(withoutCwd, user), [
      `meta/incomplete 1 @0+${String(length)} refuses`,
      `record/shape 1 @0+${String(length)} -`,
    ])
    expect(result.findings.map(({ message }) => message)).toEqual([
      'The session meta is unusable for Codex: /payload/cwd is missing.',
      'session_meta: /payload/git should be an object, is a number.',
    ])
    const { findings } = await report(
      join(tempHome({ 'a.jsonl': rollout(metaLine('no-uuid'), user) }), 'a.jsonl'),
    )
    expect(findings.map(({ message }) => message)).toEqual([
      'The session meta is unusable for Codex: /payload/id is not a UUID.',
    ])
  })

  // SPEC rule/format/foreign, format/foreign
  it('says once that a file is of another grammar', async () => {
    const stream = [
      { type: 'thread.started', thread_id: 't' },
      { type: 'turn.started' },
      { type: 'error', message: 'busy' },
    ].map((line) => JSON.stringify(line))
    const content = rollout(...stream)
    const result = await check(content, [`format/foreign file @0+${String(content.length)} refuses`])
    expect([result.format, result.verdict, result.findings[0]?.message]).toEqual([
      'foreign',
      'findings',
      'This is no rollout but another grammar: output of codex exec --json (I), 3 lines.',
    ])
    const tutorial = rollout('{"type":"message","item":{"role":"user"},"seq":1}', '{"a":1}')
    await check(tutorial, ['format/foreign file @0+50 refuses', 'line/not-record 2 @50+8 refuses'])
    const mixed = await check(rollout(meta, stream[0] ?? '', user), [
      `format/foreign 2 @${String(metaBytes)}+42 skips`,
    ])
    expect(mixed.findings[0]?.message).toBe(
      '1 line of the file is not of a rollout but of another grammar: output of codex exec --json (I).',
    )
  })

  it('knows a session that is laid out over many lines', async () => {
    const session = { session: { id: uuid(1), instructions: '' }, items: [{ type: 'message', n: [1, 'x'] }] }
    for (const end of ['', '\n']) {
      const content = JSON.stringify(session, null, 2) + end
      const result = await check(content, [`format/foreign file @0+${String(content.length)} refuses`])
      expect([result.format, result.session]).toEqual(['foreign', null])
    }
    await check(rollout('{', meta, user), ['line/not-json 1 @0+2 refuses'])
    await check('{\n', ['meta/missing file @0+0 refuses', 'line/not-json 1 @0+2 refuses'])
  })

  it('keeps ten thousand findings of a rule and counts the rest', async () => {
    const folder = tempHome({ 'a.jsonl': rollout(meta, ...Array.from({ length: 10_050 }, () => 'x')) })
    const result = await report(join(folder, 'a.jsonl'))
    expect(result.byRule).toContainEqual({ rule: 'line/not-json', count: 10_050 })
    expect([result.findings.length, result.omittedFindings, result.counts.error]).toEqual([
      10_000, 50, 10_050,
    ])
  })
})

interface DefectCase {
  readonly case: string
  readonly file: string
  readonly bytes: number
}

const shared = sharedFolder()
const defects = shared === null ? null : join(shared, 'corpus', 'defects')

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T
}

describe.skipIf(defects === null)('rollout:check on the defect files', () => {
  const folder = defects ?? ''
  const cases = defects === null ? [] : readJson<readonly DefectCase[]>(join(folder, 'cases.json'))
  const verdicts =
    defects === null
      ? {}
      : readJson<Readonly<Record<string, { turns?: string; resume?: string }>>>(
          join(folder, 'codex-verdicts.json'),
        )

  // SPEC rule/codex: what a finding says of Codex agrees with what Codex 0.169.0 was measured to do.
  it('claims of Codex only what was measured', async () => {
    const contradictions: string[] = []
    for (const { case: name, file } of cases) {
      const measured = verdicts[name]
      if (measured === undefined) continue
      const { findings } = await report(join(folder, 'cases', name, file))
      const refused = /ERROR|FAILED/.test(`${measured.turns ?? ''} ${measured.resume ?? ''}`)
      const claims = findings.flatMap((finding) => (finding.codex === null ? [] : [finding]))
      for (const finding of claims) {
        if (finding.codex?.outcome === 'refuses' && !refused)
          contradictions.push(`${name}: ${inShort(finding)}`)
      }
      if (refused && claims.length > 0 && !claims.some(({ codex }) => codex?.outcome === 'refuses')) {
        contradictions.push(`${name}: refused, but ${claims.map(inShort).join(', ')}`)
      }
    }
    expect(contradictions).toEqual([])
  })
})

describe.skipIf(shared === null)('rollout:check on all of the corpus', () => {
  // SPEC ledger/sum
  it('opens and checks every file, and every ledger sums to its size', async () => {
    const { explorer, invoke } = await testExplorer('/nowhere')
    for (const path of corpusFiles()) {
      const { entries } = await explorer.openPaths([path])
      const fileId = entries[0]?.fileId ?? ''
      valueOf(await invoke('rollout:open', { fileId, jobId: 'o' }))
      const { report: result } = valueOf(await invoke('rollout:check', { fileId, jobId: 'c' }))
      const sum = result.ledger.spans.reduce((total, span) => total + span.bytes, 0)
      expect([basename(path), sum]).toEqual([basename(path), result.contentBytes])
      const index = valueOf(await invoke('rollout:index', { fileId, jobId: 'i' }))
      expect(index.lineCount).toBe(result.lineCount)
      const rows = valueOf(await invoke('rollout:readLines', { fileId, from: 1, limit: 500, whole: true }))
      expect(rows.lines.length).toBe(Math.min(500, result.lineCount))
    }
  })
})
