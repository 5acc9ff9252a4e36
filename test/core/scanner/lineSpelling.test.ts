import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineSpelling, numberAt } from '../../../src/core/scanner/lineSpelling'
import { pointersAt } from '../../../src/core/scanner/pointerAt'

/** What a text says of itself, in words that a reference can say as well. */
interface Facts {
  readonly depth: number
  readonly repeats: readonly string[]
  readonly numbers: readonly string[]
  readonly spaces: number
}

function factsOf(text: string): Facts {
  const { depth, repeats, numbers, spaces, firstSpace } = lineSpelling(text)
  expect(firstSpace >= 0).toBe(spaces > 0)
  const places = pointersAt(text, numbers)
  return {
    depth,
    repeats: pointersAt(text, repeats),
    numbers: numbers.map((at, index) => `${places[index] ?? ''}=${numberAt(text, at)}`),
    spaces,
  }
}

/** A JSON value as it is to be written: members in any number and order, numbers in any spelling. */
type Written =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Written[] }
  | { readonly kind: 'object'; readonly members: readonly (readonly [string, Written])[] }

const space = fc.constantFrom('', '', '', ' ', '\t', '\n \r')
const number = fc.constantFrom(
  '0',
  '-0',
  '1',
  '-12',
  '26.0',
  '1e400',
  '1E5',
  '1e+21',
  '123456789012345',
  '1234567890123456',
  '0.10',
  '2.5',
  '0.000001',
  '0.0000001',
  '1234567890123.25',
  '12345678901234567.5',
  '1.5e3',
)
const string = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }).map((value) => JSON.stringify(value)),
  fc.constantFrom('"\\u0061"', '"a"', '"\\\\"', '"\\""', '"{\\"a\\":1 }"', '"\\/"'),
)
const { value } = fc.letrec<{ value: Written }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc
      .oneof(number, string, fc.constantFrom('true', 'false', 'null'))
      .map((text) => ({ kind: 'text' as const, text })),
    fc.array(tie('value'), { maxLength: 4 }).map((items) => ({ kind: 'list' as const, items })),
    fc
      .array(fc.tuple(string, tie('value')), { maxLength: 5 })
      .map((members) => ({ kind: 'object' as const, members })),
  ),
}))

/** Writes a value and says what is known of it, the slow way. */
class Reference {
  text = ''
  depth = 0
  spaces = 0
  readonly repeats: string[] = []
  readonly numbers: string[] = []
  readonly #spaces: () => string

  constructor(spaces: () => string) {
    this.#spaces = spaces
  }

  #space(): void {
    const space_ = this.#spaces()
    this.spaces += space_.length
    this.text += space_
  }

  write(written: Written, pointer: string, depth: number): void {
    this.#space()
    if (written.kind === 'text') this.#scalar(written.text, pointer)
    else {
      this.depth = Math.max(this.depth, depth + 1)
      if (written.kind === 'list') {
        this.#container('[]', written.items, (item, index) => {
          this.write(item, `${pointer}/${String(index)}`, depth + 1)
        })
      } else this.#object(written.members, pointer, depth + 1)
    }
    this.#space()
  }

  #scalar(text: string, pointer: string): void {
    this.text += text
    const isNumber = /^-?\d/.test(text)
    const isLong = /^-?\d+$/.test(text) && text.length > 15
    const hasExponent = /[eE]/.test(text)
    if (isNumber && (isLong || hasExponent || String(Number(text)) !== text))
      this.numbers.push(`${pointer}=${text}`)
  }

  #object(members: readonly (readonly [string, Written])[], pointer: string, depth: number): void {
    const names = new Set<string>()
    this.#container('{}', members, ([quoted, inner]) => {
      const name = JSON.parse(quoted) as string
      const place = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
      if (names.has(name)) this.repeats.push(place)
      names.add(name)
      this.#space()
      this.text += quoted
      this.#space()
      this.text += ':'
      this.write(inner, place, depth)
    })
  }

  #container<T>(marks: string, parts: readonly T[], write: (part: T, index: number) => void): void {
    this.text += marks[0] ?? ''
    if (parts.length === 0) this.#space()
    parts.forEach((part, index) => {
      if (index > 0) this.text += ','
      write(part, index)
    })
    this.text += marks[1] ?? ''
  }
}

describe('lineSpelling', () => {
  // SPEC scanner/spelling
  it('tells of every valid JSON text what a slow writer knows of it', () => {
    fc.assert(
      fc.property(value, fc.array(space, { maxLength: 50 }), (written, spaces) => {
        let turn = 0
        const reference = new Reference(() => spaces[turn++ % Math.max(1, spaces.length)] ?? '')
        reference.write(written, '', 0)
        const { text, depth, numbers } = reference
        JSON.parse(text)
        const facts = factsOf(text)
        // Names of members repeat in the order in which they stand, whatever lies in them.
        expect({ ...facts, repeats: [...facts.repeats].sort() }).toEqual({
          depth,
          numbers,
          spaces: reference.spaces,
          repeats: reference.repeats.sort(),
        })
      }),
      { numRuns: 3000, seed: 20261120 },
    )
  })

  it('takes a share of a limit for what Codex writes', () => {
    expect(factsOf('{"used_percent":12.0,"a_percent":3.00,"b_percent":-1.0,"percent":5.0}').numbers).toEqual([
      '/a_percent=3.00',
      '/b_percent=-1.0',
      '/percent=5.0',
    ])
  })

  it('finds repeated members in large objects', () => {
    const members = Array.from({ length: 100_000 }, (_, index) => `"k${String(index)}":0`).join(',')
    expect(factsOf(`{"a":{${members},"k7":1,"k77777":2},"k7":0}`).repeats).toEqual(['/a/k7', '/a/k77777'])
  })

  it('bears any depth and length', () => {
    expect(lineSpelling(`${'['.repeat(500_000)}${']'.repeat(500_000)}`).depth).toBe(500_000)
    expect(lineSpelling(`"${'\\\\'.repeat(500_000)}"`).depth).toBe(0)
    const pointer = pointersAt(`{"${'k'.repeat(500_000)}":1.0}`, [500_004])[0] ?? ''
    expect([pointer.length, pointer.at(-1)]).toEqual([300, '…'])
  })
})
