/** The filter of a whole file, against literals and against a slow reference over generated files. */
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filterTask, type FilterChunk, type FilterRequest } from '../../../src/core/filter/filterTask'
import { LineText } from '../../../src/core/filter/lineText'
import type { FileSystem } from '../../../src/core/platform/fileSystem'
import { nodeFileSystem } from '../../../src/core/platform/fileSystem'
import { identifyLine } from '../../../src/core/reader/lineIdentity'
import { scanLines } from '../../../src/core/scanner/scanLines'
import { prepareContent, type Content } from '../../../src/core/source/content'
import { LineFilterSchema, type LineFilter } from '../../../src/shared/rollout/lineFilter'
import type { Result } from '../../../src/shared/result'
import { memorySource } from '../support/memorySource'
import { metaLine, rollout, tempHome, userLine, uuid } from '../support/tempHome'
import { valueOf } from '../support/testExplorer'

const meta = metaLine(uuid(1))
const tokens = '{"timestamp":"t","type":"event_msg","payload":{"type":"token_count","info":{}}}'
const context = '{"timestamp":"t","type":"turn_context","payload":{"cwd":"/x","model":"m"}}'

async function contentOf(bytes: string | Uint8Array): Promise<Content> {
  const path = join(tempHome({ 'a.jsonl': bytes }), 'a.jsonl')
  const reference = { path, label: 'a.jsonl', expected: null }
  return valueOf(await prepareContent.run({ reference, cacheFolder: '/nowhere' }, contextOf()))
}

interface Watch {
  readonly chunks?: FilterChunk[]
  readonly isCancelled?: () => boolean
  readonly fileSystem?: FileSystem
}

function contextOf({ chunks = [], isCancelled = () => false, fileSystem = nodeFileSystem }: Watch = {}) {
  return { fileSystem, isCancelled, report: (chunk: never) => void chunks.push(chunk) }
}

async function run(
  content: Content,
  filter: Partial<LineFilter>,
  more: Partial<FilterRequest> = {},
  watch: Watch = {},
): Promise<Result<FilterChunk>> {
  const request = {
    content,
    filter: LineFilterSchema.parse(filter),
    from: { lineNumber: 1, byteOffset: 0 },
    mostMatches: 1_000_000,
    isGrowing: false,
    ...more,
  }
  return filterTask.run(request, contextOf(watch))
}

/** Line numbers of all matches, those of progress first. */
async function linesOf(
  content: Content,
  filter: Partial<LineFilter>,
  more: Partial<FilterRequest> = {},
): Promise<readonly number[]> {
  const chunks: FilterChunk[] = []
  const last = valueOf(await run(content, filter, more, { chunks }))
  return [...chunks, last].flatMap(({ lineNumbers }) => [...lineNumbers])
}

async function check(
  bytes: string | Uint8Array,
  filter: Partial<LineFilter>,
  expected: readonly number[],
): Promise<void> {
  const content = await contentOf(bytes)
  expect(await linesOf(content, filter)).toEqual(expected)
  // The same with every line longer than a few bytes taken in pieces.
  if (!filter.types && !filter.kinds && !filter.lostByCodex)
    expect(await linesOf(content, filter, { wholeLineBytes: 16 })).toEqual(expected)
}

describe('filter.scan', () => {
  // SPEC filter/lines
  it('finds lines by kind and by type, as rows show them', async () => {
    const file = rollout(
      meta,
      userLine('hello'),
      tokens,
      context,
      '',
      'not json',
      userLine('again'),
      '{"torn":',
    )
    await check(file, { kinds: ['user'] }, [2, 7])
    await check(file, { kinds: ['context', 'blank'] }, [3, 4, 5])
    await check(file, { kinds: ['damage'] }, [6, 8])
    await check(file, { types: ['event_msg/token_count', 'turn_context'] }, [3, 4])
    await check(file, { types: [''] }, [5, 6, 8])
    await check(file, { kinds: ['user'], types: ['turn_context'] }, [])
    await check(file, { kinds: ['user'], text: 'AGAIN' }, [7])
    await check(file, {}, [1, 2, 3, 4, 5, 6, 7, 8])
    await check('', { text: 'x' }, [])
  })

  // SPEC filter/codex
  it('finds lines that Codex does not read: by themselves, by the format, and those that the check names', async () => {
    const legacy = '{"timestamp":"t","type":"event_msg","payload":{"type":"user_message","message":"x"}}'
    const file = rollout(
      meta,
      userLine('hello'),
      'not json',
      '',
      '{"timestamp":"t","type":"later","payload":{}}',
      legacy,
      '42',
    )
    const byItself = [3, 5, 7]
    await check(
      file,
      { lostByCodex: { format: 'legacy', misplaced: [] }, kinds: null, types: null },
      byItself,
    )
    const lost = async (format: 'legacy' | 'paginated', misplaced: number[]): Promise<readonly number[]> =>
      linesOf(await contentOf(file), { lostByCodex: { format, misplaced } })
    expect(await lost('paginated', [])).toContain(6)
    expect(await lost('legacy', [2, 4])).toEqual([2, ...byItself])
    expect(
      await linesOf(await contentOf(file), {
        lostByCodex: { format: 'legacy', misplaced: [] },
        text: 'later',
      }),
    ).toEqual([5])
  })

  // SPEC filter/text
  it('finds text in damaged lines and at the borders of pieces', async () => {
    const torn = Buffer.concat([
      Buffer.from(rollout('not json needle', `${'\0'.repeat(40)}needle`)),
      Buffer.from([0x66, 0xff, 0x6e]),
      Buffer.from('eedle\n{"torn":"nee'),
    ])
    await check(torn, { text: 'needle' }, [1, 2, 3])
    await check(torn, { text: 'f\\xFFn' }, [3])
    await check(torn, { text: '"torn":"nee' }, [4])
    for (let before = 0; before < 40; before += 1) {
      const file = `${'x'.repeat(before)}ne\\u0065dle\nnothing\n`
      await check(file, { text: 'NEEDLE' }, [1])
    }
  })

  // SPEC filter/long-lines
  it('judges long lines over all their bytes, and their kind by the beginning', async () => {
    const long = (end: string): string =>
      `{"timestamp":"t","type":"event_msg","payload":{"type":"user_message","message":"${'y'.repeat(300_000)} needle"}${end}`
    const file = rollout(long('}'), long('}}'), userLine('short'))
    const limits = { wholeLineBytes: 100_000 }
    const content = await contentOf(file)
    for (const more of [{}, limits]) {
      expect(await linesOf(content, { kinds: ['user'] }, more)).toEqual([1, 3])
      expect(await linesOf(content, { kinds: ['damage'] }, more)).toEqual([2])
      expect(await linesOf(content, { types: ['event_msg/user_message'] }, more)).toEqual([1, 3])
      expect(await linesOf(content, { text: 'NEEDLE"}' }, more)).toEqual([1, 2])
    }
    const last = valueOf(await run(content, { text: 'needle' }, limits))
    expect([...last.byteLengths]).toEqual([long('}').length + 1, long('}}').length + 1])
  })

  // SPEC filter/bounded
  it('ends at the most that can be kept, and says how far it came', async () => {
    const content = await contentOf(
      rollout(...Array.from({ length: 10 }, (_, at) => userLine(`m${String(at)}`))),
    )
    const capped = valueOf(await run(content, { text: 'm' }, { mostMatches: 4 }))
    expect(capped).toMatchObject({ isCapped: true, scannedLines: 4, next: { lineNumber: 5 } })
    expect([...capped.lineNumbers]).toEqual([1, 2, 3, 4])
    const exact = valueOf(await run(content, { text: 'm' }, { mostMatches: 10 }))
    expect([exact.isCapped, exact.scannedLines]).toEqual([false, 10])
  })

  it('is cancelled between two chunks, and tells what it had found', async () => {
    const lines = Array.from({ length: 60_000 }, (_, at) => userLine(`m${String(at)} ${'x'.repeat(60)}`))
    const content = await contentOf(rollout(...lines))
    const chunks: FilterChunk[] = []
    const answer = await run(
      content,
      { kinds: ['user'] },
      {},
      { chunks, isCancelled: () => chunks.length > 1 },
    )
    expect(answer.ok ? null : answer.error.code).toBe('cancelled')
    const next = chunks.at(-1)?.next
    const found = chunks.flatMap(({ lineNumbers }) => [...lineNumbers])
    expect(found.length).toBe((next?.lineNumber ?? 0) - 1)
    const rest = await linesOf(
      content,
      { kinds: ['user'] },
      { from: next ?? { lineNumber: 1, byteOffset: 0 } },
    )
    expect([...found, ...rest]).toEqual(lines.map((_, at) => at + 1))
  })

  it('answers an error when the file became shorter', async () => {
    const content = await contentOf(rollout(meta, userLine('a')))
    const answer = await run({ ...content, contentBytes: content.contentBytes + 10 }, { text: 'a' })
    expect(answer.ok ? null : answer.error.code).toBe('changed')
  })

  // SPEC filter/lines
  it('equals a slow search over generated files', async () => {
    const anyLine = fc.oneof(
      fc.constantFrom(meta, tokens, context, '', 'not json', '{"torn":"', `\0\0`, '{"a":1}{"b":2}', '[1]'),
      fc.string({ maxLength: 12 }).map(userLine),
      fc.constantFrom('a\\u0062', 'A b', '"a","b"').map((text) => `{"x":"${text}"}`),
    )
    const filters = fc.record({
      kinds: fc.constantFrom<LineFilter['kinds']>(null, ['user'], ['damage'], ['context', 'blank']),
      types: fc.constantFrom<LineFilter['types']>(null, ['event_msg/user_message'], ['', 'session_meta']),
      text: fc.constantFrom(null, 'a', 'ab', 'a b', '"', '\\', 'user_message'),
      caseSensitive: fc.boolean(),
      lostByCodex: fc.constant(null),
    })
    const limits = fc.constantFrom(8, 40, 1_000)
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyLine, { maxLength: 12 }),
        filters,
        limits,
        fc.boolean(),
        async (lines, filter, wholeLineBytes, isOpen) => {
          const bytes = Buffer.from(rollout(...lines).slice(0, isOpen ? -1 : undefined))
          const found = valueOf(
            await run(
              contentInMemory(bytes),
              filter,
              { wholeLineBytes },
              { fileSystem: memoryFileSystem(bytes) },
            ),
          )
          expect([...found.lineNumbers]).toEqual(slowly(bytes, filter, wholeLineBytes))
        },
      ),
      { numRuns: 1500, seed: 20261122 },
    )
  })
})

/** The definition: every line is asked by itself. */
function slowly(
  bytes: Buffer,
  { kinds, types, text, caseSensitive }: LineFilter,
  wholeLineBytes: number,
): readonly number[] {
  const found: number[] = []
  scanLines(memorySource(bytes), { wholeLineBytes }, (line) => {
    const { group, typeName } = identifyLine(line)
    const raw = bytes.subarray(line.byteOffset, line.byteOffset + line.byteLength)
    const content = raw.at(-1) === 0x0a ? raw.subarray(0, -1) : raw
    const hasText = text === null || new LineText(text, caseSensitive).isIn(content)
    if (hasText && (kinds?.includes(group) ?? true) && (types?.includes(typeName) ?? true))
      found.push(line.lineNumber)
    return true
  })
  return found
}

function contentInMemory(bytes: Buffer): Content {
  return {
    reference: { path: '/memory', label: 'memory', expected: null },
    contentPath: '/memory',
    contentBytes: bytes.length,
    form: 'jsonl',
    identity: { device: '1', inode: '1', sizeBytes: bytes.length, modifiedNs: '0', changedNs: '0' },
    fingerprint: '',
    modifiedMs: 0,
    mode: 0o600,
    issues: [],
  }
}

function memoryFileSystem(bytes: Buffer): FileSystem {
  const source = memorySource(bytes)
  return {
    ...nodeFileSystem,
    open: () => 1,
    close: () => undefined,
    stat: () => source.stat,
    read: (_descriptor, into, offset, length, position) =>
      valueOf(source.read(into, offset, length, position)),
  }
}
