import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LineText } from '../../../src/core/filter/lineText'
import { unescapeText, Unescaper } from '../../../src/core/filter/unescape'
import { textPattern } from '../../../src/shared/rollout/lineFilter'
import { toDisplayText } from '../../../src/core/scanner/textBytes'

type Where = 'found' | 'not found'

/** Looks for a text in a line that is held, and in the same line in pieces of several sizes: all must agree. */
function check(line: string | Buffer, text: string, expected: Where, caseSensitive = false): void {
  const bytes = Buffer.from(line)
  const search = new LineText(text, caseSensitive)
  const answers = [
    search.isIn(bytes),
    ...[1, 2, 3, 7, bytes.length].map((size) => inPieces(search, bytes, size)),
  ]
  const words = answers.map((isFound) => (isFound ? 'found' : 'not found'))
  expect(words).toEqual(answers.map(() => expected))
}

function inPieces(search: LineText, bytes: Buffer, size: number): boolean {
  for (let at = 0; at < bytes.length; at += size) search.pushLong(bytes.subarray(at, at + size))
  return search.endLong()
}

const line = (value: unknown): string => JSON.stringify({ timestamp: 't', type: 'x', payload: { value } })

describe('a text in a line', () => {
  // SPEC filter/text
  it('is found as the bytes stand and as strings read', () => {
    check(line('hello world'), 'lo wo', 'found')
    check(line('a\nb'), 'a\nb', 'found')
    check(line('a\nb'), 'a\\nb', 'found')
    check(line('a\nb'), 'anb', 'not found')
    check(line('say "hi"'), 'say "hi"', 'found')
    check(line('say "hi"'), 'say \\"hi\\"', 'found')
    check('{"a":"caf\\u00e9 \\ud83d\\ude00"}', 'café 😀', 'found')
    check('{"a":"\\u0068\\u0065llo"}', 'hello', 'found')
    check('{"a":"\\\\u0068ello"}', 'hello', 'found')
    check(line('a/b'.replace('/', '\\/')), 'a/b', 'found')
    check('{"a":"x"}', '"a":"x"', 'found')
    check('{"a":"x"}', 'y', 'not found')
  })

  it('is found in arguments of calls, which are JSON inside of a string', () => {
    const command = JSON.stringify({ command: ['bash', '-lc', 'echo "tide\nboard"'] })
    check(line(command), 'echo "tide board"', 'found')
    check(line(command), 'bash -lc echo', 'found')
    check(line(JSON.stringify(command)), 'echo "tide', 'not found')
  })

  it('takes white space for any white space, and for the step between strings of a list', () => {
    check(line('one \n\t two'), 'one two', 'found')
    check(line('one\u00a0two'), 'one two', 'found')
    check(line(['git', 'push']), 'git push', 'found')
    check(line('onetwo'), 'one two', 'not found')
    check(line(`one${' '.repeat(64)}two`), 'one two', 'found')
    check(line(`one${' '.repeat(65)}two`), 'one two', 'not found')
  })

  it('minds the case only when asked to', () => {
    check(line('Straße ÄÖÜ'), 'straße äöü', 'found')
    check(line('Straße ÄÖÜ'), 'straße äöü', 'not found', true)
    check(line('Straße ÄÖÜ'), 'Straße ÄÖÜ', 'found', true)
    check(line('\u212aelvin'), 'kelvin', 'not found')
    check(line('.* [a] (b)'), '.* [a] (b)', 'found')
    check(line('abc'), 'a.c', 'not found')
  })

  it('is found in lines that are no JSON, as they are shown', () => {
    check('not json \\n at all', 'not json \\n', 'found')
    check(Buffer.from([0x61, 0xff, 0x62, 0xc3]), 'a\\xFFb\\xC3', 'found')
    check(Buffer.from([0x61, 0xff, 0x62]), 'a\\xfeb', 'not found')
    check('ab\0\0\0cd', '\0cd', 'found')
    check('{"torn":"half of it', 'half OF', 'found')
    check('{"cut":"\\u00', '\\u00', 'found')
    check('{"wrong":"\\q \\u12G4"}', '\\q \\u12G4', 'found')
  })

  it('never misses what a slow search of the whole line finds', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        'B',
        'ab',
        ' ',
        '\\',
        '"',
        '/',
        'n',
        'u',
        '\\n',
        '\\"',
        '\\\\',
        '\\u0061',
        '\\u00',
        '\\\\u0062',
        'é',
      ],
      ...['\u{1f600}', '\\ud83d', '\\ude00', '","', '\t', '\0', 'x', '0', 'F'],
    )
    const bytes = fc
      .array(fc.oneof({ weight: 8, arbitrary: piece.map((text) => Buffer.from(text)) }, anyByte), {
        maxLength: 24,
      })
      .map((parts) => Buffer.concat(parts))
    const text = fc.array(piece, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(
        bytes,
        text,
        fc.boolean(),
        fc.integer({ min: 1, max: 9 }),
        (line, wanted, isCased, size) => {
          const expected = slowly(line, wanted, isCased)
          const search = new LineText(wanted, isCased)
          expect([search.isIn(line), line.length === 0 ? expected : inPieces(search, line, size)]).toEqual([
            expected,
            expected,
          ])
        },
      ),
      { numRuns: 6000, seed: 20261120 },
    )
  })
})

const anyByte = fc.integer({ min: 0x80, max: 0xff }).map((byte) => Buffer.from([byte]))

/** The definition: three readings of the whole line. */
function slowly(line: Buffer, text: string, caseSensitive: boolean): boolean {
  const once = unescapeText(toDisplayText(line))
  const pattern = textPattern(text, caseSensitive)
  return [toDisplayText(line), once, unescapeText(once)].some((reading) => pattern.test(reading))
}

describe('unescapeText', () => {
  it('decodes strings as JSON does, whole and in pieces', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.integer({ min: 1, max: 7 }),
        (text, size) => {
          const escaped = JSON.stringify(text).slice(1, -1)
          const ascii = escaped.replace(
            /[\u0080-\uffff]/g,
            (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
          )
          expect([unescapeText(escaped), unescapeText(ascii)]).toEqual([text, text])
          const unescaper = new Unescaper()
          let read = ''
          for (let at = 0; at < ascii.length; at += size) read += unescaper.push(ascii.slice(at, at + size))
          expect(read + unescaper.end()).toBe(text)
        },
      ),
      { numRuns: 2000, seed: 20261121 },
    )
  })
})
