import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import { readableText, titleText } from '../../../src/core/exporter/markdown/blockText'
import { inertBlock, inertSpan } from '../../../src/core/exporter/markdown/inert'
import { visibleLine } from '../../../src/core/exporter/visibleText'
import type { FlatBlock, Readable } from '../../../src/shared/rollout/readable/readable'
import { corpusFiles } from '../../support/corpus'
import { sharedFolder } from '../../support/shared'
import { metaLine, rollout, tempHome, userLine, uuid } from '../support/tempHome'
import { valueOf } from '../support/testExplorer'
import { exportOne } from './support'

/** A reader that takes whatever it can for markup: HTML, tables, strikethrough, and addresses without brackets. */
const reader = new MarkdownIt('default', { html: true, linkify: true })

const blocks = new Set(['heading', 'paragraph', 'bullet_list', 'list_item', 'inline', 'fence'])

interface Read {
  /** The text of every code span and block, in order. */
  readonly code: readonly string[]
  /** What stands outside of code: it has to be words of ours. */
  readonly words: string
  readonly headings: readonly string[]
}

/** Reads a document; fails on any node that a document of ours cannot have. */
function read(document: string): Read {
  const code: string[] = []
  const words: string[] = []
  const headings: string[] = []
  const foreign: string[] = []
  const tokens = reader.parse(document, {})
  tokens.forEach(({ type, info, content, children }, at) => {
    if (!blocks.has(type.replace(/_(open|close)$/, ''))) foreign.push(type)
    if (type === 'fence') {
      if (!['text', 'diff', 'json'].includes(info)) foreign.push(`fence ${info}`)
      code.push(content)
    }
    if (tokens[at - 1]?.type === 'heading_open') headings.push(content)
    for (const child of children ?? []) {
      if (!['text', 'code_inline', 'softbreak'].includes(child.type)) foreign.push(child.type)
      if (child.type === 'code_inline') code.push(child.content)
      else words.push(child.content)
    }
  })
  // Once for a document: a document of a large session has a hundred thousand nodes.
  expect(foreign).toEqual([])
  return { code, words: words.join(' '), headings }
}

/** Text that tries to be something. Every one holds a letter that no word of ours has. */
const mark = 'Ж'
const hostile = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.string({
      unit: fc.constantFrom(...'`~\n\r\t #*_[]()<>!|&\\-+=>:.0aﬁ\u202e\u2028\u0000\u000b\ud800'),
      maxLength: 25,
    }),
    fc.constantFrom(
      '```\n# out\n```',
      '~~~~\n<script>alert(1)</script>',
      '[a](javascript:alert(1))',
      '![a](http://x/y.png)',
      'http://example.com www.example.com a@b.example',
      '\n\n# heading\n\n---\n',
      '<!-- -->\n<b>',
      '[ref]: http://x',
      '| a | b |\n|---|---|\n| c | d |',
      '&lt;&#35;',
      '    indented',
    ),
  )
  .map((text) => text + mark)

describe('inert text', () => {
  // SPEC export/markdown
  it('is one span of code that says the same', () => {
    fc.assert(
      fc.property(hostile, hostile, (a, b) => {
        const { code, words } = read(`- ${inertSpan(a)}: ${inertSpan(b)}\n`)
        const seen = (text: string): string =>
          visibleLine(text).replace(
            /[\t\r\n]/g,
            (character) => `<U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`,
          )
        expect({ code, words }).toEqual({ code: [seen(a), seen(b)], words: ': ' })
      }),
      { seed: 45, numRuns: 1000 },
    )
  })

  it('is one block of code that says the same', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { code, words } = read(`Before:\n\n${inertBlock(text, 'text')}\nAfter.\n`)
        const seen = visibleLine(text)
          .replace(/\r(?!\n)/g, '<U+000D>')
          .replace(/\r\n/g, '\n')
        expect({ code, words }).toEqual({ code: [`${seen}\n`], words: 'Before: After.' })
      }),
      { seed: 46, numRuns: 1000 },
    )
  })

  it.each([
    ['', '(empty)'],
    ['a', '`a`'],
    ['`', '`` ` ``'],
    ['a``b', '```a``b```'],
    [' a ', '`  a  `'],
    ['a\nb', '`a<U+000A>b`'],
    ['\u202ea', '`<U+202E>a`'],
    ['a\u{e0131}\ufe01\u034f', '`a<U+E0131><U+FE01><U+034F>`'],
    ['\u2764\ufe0f a\ufe0f', '`\u2764\ufe0f a<U+FE0F>`'],
  ])('%j is written %j', (text, expected) => {
    expect(inertSpan(text)).toBe(expected)
  })
})

const pointer = ''
const cut = fc.constantFrom(null, { hiddenCharacters: 3, hiddenLines: 1 })
const label = fc.option(hostile)
const flat: fc.Arbitrary<FlatBlock> = fc.oneof(
  fc.record({
    kind: fc.constant('text' as const),
    look: fc.constantFrom('prose', 'code', 'terminal'),
    label,
    text: hostile,
    cut,
    isAside: fc.boolean(),
    pointer: fc.constant(pointer),
  }),
  fc.record({
    kind: fc.constant('facts' as const),
    label,
    facts: fc.array(
      fc.record({
        label: hostile,
        value: hostile,
        cut,
        isNumber: fc.boolean(),
        pointer: fc.constant(pointer),
      }),
      { maxLength: 3 },
    ),
  }),
  fc.record({
    kind: fc.constant('badges' as const),
    badges: fc.array(
      fc.record({
        label: hostile,
        value: hostile,
        detail: label,
        tone: fc.constant('danger' as const),
        pointer: fc.constant(pointer),
      }),
      { maxLength: 3 },
    ),
  }),
  fc.record({
    kind: fc.constant('plan' as const),
    steps: fc.array(fc.record({ text: hostile, status: hostile, pointer: fc.constant(pointer) }), {
      maxLength: 3,
    }),
    pointer: fc.constant(pointer),
  }),
  fc.record({
    kind: fc.constant('table' as const),
    label,
    columns: fc.array(hostile, { maxLength: 2 }),
    rows: fc.array(fc.record({ label: hostile, cells: fc.array(hostile, { maxLength: 3 }) }), {
      maxLength: 2,
    }),
    pointer: fc.constant(pointer),
  }),
  fc.record({
    kind: fc.constant('diff' as const),
    label,
    files: fc.array(
      fc.record({
        path: hostile,
        change: hostile,
        movedTo: label,
        added: fc.nat(9),
        removed: fc.nat(9),
        lines: fc.array(
          fc.record({
            kind: fc.constantFrom('head', 'hunk', 'add', 'delete', 'context', 'note'),
            text: hostile,
          }),
          { maxLength: 3 },
        ),
        hiddenLines: fc.nat(2),
        pointer: fc.constant(pointer),
      }),
      { maxLength: 2 },
    ),
    hiddenFiles: fc.nat(2),
    pointer: fc.constant(pointer),
  }),
  fc.record({
    kind: fc.constant('image' as const),
    label,
    image: fc.oneof(
      fc.record({ state: fc.constant('withheld' as const), what: hostile, reason: hostile }),
      fc.record({
        state: fc.constant('shown' as const),
        mediaType: hostile,
        sizeBytes: fc.nat(),
        width: fc.constant(2),
        height: fc.constant(3),
        dataUrl: hostile,
      }),
    ),
    pointer: fc.constant(pointer),
  }),
  fc.record({
    kind: fc.constant('notice' as const),
    tone: fc.constant('plain' as const),
    text: hostile,
    pointer: fc.constant(pointer),
  }),
)
const head = {
  title: hostile,
  note: label,
  recordKind: fc.constant('user' as const),
  rest: fc.array(hostile, { maxLength: 3 }),
  restCount: fc.nat(4),
}
const readable: fc.Arbitrary<Readable> = fc.record({
  ...head,
  blocks: fc.array(
    fc.oneof(
      flat,
      fc.record({
        kind: fc.constant('list' as const),
        label: hostile,
        items: fc.array(fc.record({ ...head, blocks: fc.array(flat, { maxLength: 2 }) }), { maxLength: 2 }),
        hiddenItems: fc.nat(2),
        pointer: fc.constant(pointer),
      }),
    ),
    { maxLength: 5 },
  ),
})

describe('a line', () => {
  // SPEC export/markdown
  it('is nothing but our words and code, whatever it holds', () => {
    fc.assert(
      fc.property(readable, (form) => {
        const { words, headings } = read(
          `## L1 ${titleText(form)}\n\nplace\n\n${readableText(form)}## L2 end\n`,
        )
        expect(words).not.toContain(mark)
        expect(headings.filter((text) => !/^(L1 `|L2 end$|\d+ `)/.test(text))).toEqual([])
        expect(headings.at(-1)).toBe('L2 end')
      }),
      { seed: 47, numRuns: 500 },
    )
  })
})

/** Exports one file as Markdown and returns the document. */
async function document(path: string): Promise<string> {
  const { result, place } = await exportOne(path, 'markdown', { label: 'a.jsonl' })
  valueOf(result)
  return readFileSync(join(place, 'out', 'a.md'), 'utf8')
}

describe('a document', () => {
  // SPEC export/markdown
  it('has the facts, every line with its place, and damaged ones as what they are', async () => {
    const text = `${rollout(metaLine(uuid(1)), userLine('# hello\n```\n<b>'))}\n{"broken\n{"a":1}{"b":2}\n{"torn`
    const path = join(tempHome({ 'a.jsonl': text }), 'a.jsonl')
    const written = await document(path)
    const { code, headings, words } = read(written)
    expect(headings).toEqual([
      'Session',
      expect.stringMatching(/^L1 `Session meta/),
      expect.stringMatching(/^L2 `User message/),
      'L3 blank',
      'L4 not-json',
      'L5 glued',
      'L6 torn',
      'End',
    ])
    const second = Buffer.byteLength(metaLine(uuid(1))) + 1
    expect(written).toContain(`\`a.jsonl\` L2 @ byte ${String(second)}, `)
    expect(code).toContain('# hello\n```\n<b>\n')
    expect(code).toContain('{"broken\n')
    expect(code).toContain('/home/ana/app')
    expect(words).toContain('glued: 7 bytes from byte 0 of the line')
    expect(words).toContain('6 lines')
  })

  it('names an image and does not hold it', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const image = { type: 'input_image', image_url: `data:image/png;base64,${png.toString('base64')}` }
    const item = {
      timestamp: 't',
      type: 'response_item',
      payload: { type: 'message', role: 'user', content: [image] },
    }
    const written = await document(join(tempHome({ 'a.jsonl': rollout(JSON.stringify(item)) }), 'a.jsonl'))
    expect(written).toMatch(/`\[image\/png, 1 × 1, \d+ bytes, sha256 [0-9a-f]{64}\]`/)
    expect(written).not.toContain('iVBOR')
  })

  it('says the format in words', async () => {
    const written = await document(join(tempHome({ 'a.jsonl': rollout(metaLine(uuid(1))) }), 'a.jsonl'))
    expect(written).toContain('- Format: Envelope without turns (era C, October 2025 to February 2026)\n')
    expect(written).not.toContain('`single-policy`')
  })

  it('says how much of a long line it does not show', { timeout: 60_000 }, async () => {
    const long = userLine('x'.repeat(9_000_000))
    const written = await document(join(tempHome({ 'a.jsonl': rollout(long, userLine('after')) }), 'a.jsonl'))
    expect(read(written).headings[1]).toBe('L1 too long to be laid out')
    expect(written).toContain(`${String(long.length + 1 - 65_536)} bytes more of this line are not shown.`)
    expect(written.length).toBeLessThan(200_000)
    expect(read(written).code).toContain('after\n')
  })

  // SPEC export/markdown
  it.skipIf(sharedFolder() === null)(
    'is nothing but our words and code for every file of the corpus',
    { timeout: 240_000 },
    async () => {
      for (const path of corpusFiles()) {
        const { headings, words } = read(await document(path))
        expect([path, headings.filter((text) => !/^(Session|End|L\d+ .*|\d+ `.*)$/.test(text))]).toEqual([
          path,
          [],
        ])
        expect([path, words.match(/<script|javascript:|https?:|=cmd|\u202e|\u001b/)]).toEqual([path, null])
      }
    },
  )
})
