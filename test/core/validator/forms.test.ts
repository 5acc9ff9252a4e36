import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  formSteps,
  freeFractions,
  freePaths,
  freeTexts,
  narrowNumbers,
  shareName,
  type FormStep,
  type Gap,
} from '../../../src/core/validator/forms/formSteps'
import { FormTree } from '../../../src/core/validator/forms/formTree'
import { knownForm } from '../../../src/core/validator/forms/recordForms'
import { noBasics } from '../../../src/core/validator/rule'
import { allRules } from '../../../src/core/validator/ruleCatalogue'
import { RuleFold } from '../../../src/core/validator/ruleFold'
import { valueOfLine } from '../../../src/core/scanner/lineValue'
import { scanLines } from '../../../src/core/scanner/scanLines'
import { WrittenLine } from '../../../src/core/validator/spelling/writtenLine'
import { isAsSpecified } from '../../../src/core/validator/plainRecord'
import { parseJson } from '../../../src/shared/parseJson'
import { checkShape } from '../../../src/shared/rollout/checkShape'
import { codexDecodes } from '../../../src/shared/rollout/codexDecodes'
import { eventMessages } from '../../../src/shared/rollout/codexEvents'
import type { Shape } from '../../../src/shared/rollout/codexShapes'
import { agentCommunication, itemMetadata, responseItems } from '../../../src/shared/rollout/codexTypes'
import { RolloutLineSchema } from '../../../src/shared/rollout/schema/rolloutLine'
import { taggedChoice } from '../../../src/shared/rollout/schema/tagged'
import { isJsonObject } from '../../../src/shared/rollout/rolloutLine'
import { corpusRollouts } from '../../support/corpus'
import { mutatedLines } from '../../support/mutatedLines'
import { parsedLines } from '../../support/rolloutLines'
import { sharedFolder } from '../../support/shared'
import { memorySource } from '../support/memorySource'

/** What a form holds, and that every record of it is spelled as Codex does: found out anew. */
function judged(text: string): readonly unknown[] {
  const value = parseJson(text)
  return [checkShape(value), codexDecodes(null, value), new WrittenLine(text, text.length).isSpelled]
}

/** The forms of the plain records that Codex wrote, with one record of each. */
function corpusForms(): { readonly tree: FormTree<string>; readonly records: readonly string[] } {
  const tree = new FormTree<string>(64 * 1024 * 1024)
  const records: string[] = []
  for (const path of [...corpusRollouts('codex'), ...corpusRollouts('field')]) {
    for (const { value } of parsedLines(path)) {
      const text = JSON.stringify(value)
      if (!isKept(value, text) || tree.find(Buffer.from(text)) !== null) continue
      tree.add(formSteps(text), text)
      records.push(text)
    }
  }
  return { tree, records }
}

function isKept(value: unknown, text: string): boolean {
  if (!isJsonObject(value) || value['type'] === 'session_meta') return false
  return isAsSpecified(checkShape(value)) && new WrittenLine(text, text.length).isSpelled
}

const fillings: Readonly<Record<Gap, readonly string[]>> = {
  text: [
    '',
    'x',
    '/',
    'file:///a',
    '\\"',
    '\\\\',
    'a\\\\\\"b',
    'é',
    'exec',
    'completed',
    'agent',
    'response_item',
    'session_meta',
    'final_answer',
    '019ccccc-0000-7000-8000-000000000001',
    'x'.repeat(47) + '\\"',
    'x'.repeat(500),
  ],
  whole: ['0', '7', '4294967296', '999999999999999'],
  fraction: ['0', '26.5', '1780000000.125'],
  share: ['0', '12.0', '99.5'],
}

function filled(steps: readonly FormStep[], choose: (gap: Gap, at: number) => string): string {
  return steps
    .map(({ bytes, gap }, at) => Buffer.from(bytes).toString() + (gap === null ? '' : choose(gap, at)))
    .join('')
}

describe.skipIf(sharedFolder() === null)('record forms', () => {
  const { tree, records } = corpusForms()

  // SPEC check/form
  it('that a check has seen answer what is found out anew', () => {
    let known = 0
    for (const path of [...corpusRollouts('codex'), ...corpusRollouts('field')]) {
      const fold = new RuleFold(allRules, noBasics)
      scanLines(memorySource(readFileSync(path)), {}, (line) => {
        fold.observe(line, valueOfLine(line))
        const form = knownForm(line)
        if (form === null) return true
        const { isSpelled } = new WrittenLine(line.text, line.bytes.length)
        expect([form.shape, form.reading, isSpelled], line.text).toEqual(judged(line.text))
        known += 1
        return true
      })
    }
    expect(known).toBeGreaterThan(2000)
  })

  it('answer the same whatever stands in the gaps', () => {
    let tried = 0
    for (const record of records) {
      const steps = formSteps(record)
      const expected = judged(record)
      for (let turn = 0; turn < 17; turn += 1) {
        const text = filled(steps, (gap, at) => {
          const choices = fillings[gap]
          return choices[(turn + at) % choices.length] ?? ''
        })
        if (tree.find(Buffer.from(text)) === null) continue
        expect(judged(text), text).toEqual(expected)
        tried += 1
      }
    }
    expect(tried).toBeGreaterThan(records.length * 16)
  })

  it('answer what is found out anew of a record that was changed anywhere', () => {
    const values = records.map(parseJson)
    let found = 0
    for (const value of mutatedLines(values, 20_000, 7)) {
      const text = JSON.stringify(value)
      const like = tree.find(Buffer.from(text))
      if (like === null) continue
      expect(judged(text), text).toEqual(judged(like))
      found += 1
    }
    expect(found).toBeGreaterThan(300)
  })

  it('answer what is found out anew of a record with other bytes in it', () => {
    let found = 0
    let seed = 1
    const random = (most: number): number => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
      return Math.floor((seed / 2 ** 32) * most)
    }
    const odd = Buffer.from('"\\/{}[]:,.eE+-0195 tn\u007f')
    for (let turn = 0; turn < 20_000; turn += 1) {
      const bytes = Buffer.from(records[random(records.length)] ?? '')
      for (let more = random(3); more >= 0; more -= 1) {
        bytes[random(bytes.length)] = odd[random(odd.length)] ?? 0
      }
      const like = tree.find(bytes)
      const text = bytes.toString()
      if (like === null || parseJson(text) === undefined) continue
      expect(judged(text), text).toEqual(judged(like))
      found += 1
    }
    expect(found).toBeGreaterThan(500)
  })
})

/** Every member of a schema with its name. */
function* membersOf(schema: z.ZodType, seen = new Set<z.ZodType>()): Generator<readonly [string, z.ZodType]> {
  if (seen.has(schema)) return
  seen.add(schema)
  const choice = taggedChoice(schema)
  const inner = choice === undefined ? innerOf(schema) : [...choice.options.values()]
  for (const one of inner) yield* membersOf(one, seen)
  if (!(schema instanceof z.ZodObject)) return
  for (const [name, member] of Object.entries(schema.shape)) {
    yield [name, member as z.ZodType]
    yield* membersOf(member as z.ZodType, seen)
  }
}

function innerOf(schema: z.ZodType): readonly z.ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return [schema.unwrap() as z.ZodType]
  if (schema instanceof z.ZodArray) return [schema.element as z.ZodType]
  if (schema instanceof z.ZodRecord) return [schema.valueType as z.ZodType]
  return schema instanceof z.ZodUnion ? (schema.options as readonly z.ZodType[]) : []
}

/** True where a schema, or the elements of its lists, take some texts and not others. */
function looksIntoTexts(schema: z.ZodType): boolean {
  if (schema instanceof z.ZodLiteral || schema instanceof z.ZodEnum) return true
  return taggedChoice(schema) === undefined && innerOf(schema).some(looksIntoTexts)
}

const someTexts = ['', 'x', '/a', 'file:///a', 'completed', 'agent', '019ccccc-0000-7000-8000-000000000001']

/** Every member of what Codex needs of events, with its name. */
function* shapesOf(shape: Shape): Generator<readonly [string, Shape]> {
  for (const [name, member] of Object.entries(shape.members ?? {})) {
    yield [name, member]
    yield* shapesOf(member)
  }
}

describe('what is free in a form', () => {
  const eventShapes = Object.values(eventMessages).flatMap((shape) => [...shapesOf(shape)])

  it('is not looked into by any schema', () => {
    const members = [...membersOf(RolloutLineSchema)]
    const free = members.filter(([name]) => freeTexts.has(name) || freePaths.has(name))
    expect(free.length).toBeGreaterThan(50)
    expect(free.filter(([, schema]) => looksIntoTexts(schema))).toEqual([])
  })

  it('is not looked into by what Codex needs of an event', () => {
    const faults = (shape: Shape, texts: readonly unknown[]): number =>
      new Set(texts.map((text) => shape(text, { text: null, key: '' }))).size
    for (const [name, shape] of eventShapes) {
      if (freeTexts.has(name)) expect([name, faults(shape, someTexts)]).toEqual([name, 1])
      if (freePaths.has(name)) expect([name, faults(shape, ['/', '/a b', '/é'])]).toEqual([name, 1])
      if (!narrowNumbers.has(name) && shape.whole !== undefined) {
        expect([name, faults(shape, [0, 7, 2 ** 32, 999_999_999_999_999])]).toEqual([name, 1])
      }
      if (freeFractions.has(name) || name.endsWith(shareName)) expect(shape.whole).toBeUndefined()
    }
  })

  it('is not looked into by what Codex needs of an item', () => {
    const kinds = Object.values(responseItems).flatMap((fields) => Object.entries(fields))
    for (const [path, kind] of [
      ...kinds,
      ...Object.entries(itemMetadata),
      ...Object.entries(agentCommunication),
    ]) {
      const name = path.split('.').at(-1) ?? ''
      if (freeTexts.has(name))
        expect([path, 'exec ?phase ?uuid shell-status'.includes(kind)]).toEqual([path, false])
      if (freeFractions.has(name)) expect(kind).toBe('?number')
    }
  })
})

describe('form tree', () => {
  const check = (known: readonly string[], record: string, expected: string | null): void => {
    const tree = new FormTree<string>(1_000_000)
    for (const text of known) tree.add(formSteps(text), text)
    expect(tree.find(Buffer.from(record))).toBe(expected)
  }
  const message = '{"timestamp":"t","type":"a","payload":{"message":"m","count":5}}'

  it('finds a record by what is not in its gaps', () => {
    check([message], message, message)
    check([message], '{"timestamp":"","type":"a","payload":{"message":"\\"}\\\\","count":0}}', message)
    check([message], '{"timestamp":"t","type":"b","payload":{"message":"m","count":5}}', null)
    check([message], '{"timestamp":"t","type":"a","payload":{"message":"m","count":5.5}}', null)
    check([message], '{"timestamp":"t","type":"a","payload":{"message":"m","count":-5}}', null)
    check([message], '{"timestamp":"t","type":"a","payload":{"message":"m","count":1234567890123456}}', null)
    check([message], '{"timestamp":"t","type":"a","payload":{"message":null,"count":5}}', null)
    check([message], `${message} `, null)
    check([message], message.slice(0, -1), null)
    check([], message, null)
  })

  it('tells forms with a common beginning from each other', () => {
    const other = '{"timestamp":"t","type":"ab","payload":{}}'
    const bare = '{"timestamp":"t","type":"a","payload":{"message":null}}'
    const known = [message, other, bare]
    for (const record of known) check(known, record, record)
  })

  it('takes a folder for free behind its first slash', () => {
    const folder = '{"cwd":"/home/a"}'
    check([folder], '{"cwd":"/b"}', folder)
    check([folder], '{"cwd":"file:///b"}', null)
    check(['{"cwd":"C:\\\\a"}'], '{"cwd":"C:\\\\b"}', null)
  })

  it('takes shares for free right behind their name alone', () => {
    const share = '{"used_percent":12.0}'
    check([share], '{"used_percent":99.5}', share)
    const list = '{"used_percent":[1,2]}'
    check([list], '{"used_percent":[3,4]}', list)
    check([list], '{"used_percent":[3,12.0]}', null)
  })

  it('begins anew when it is full', () => {
    const tree = new FormTree<number>(100)
    tree.add(formSteps('{"a":1}'), 1)
    tree.add(formSteps(`{"b":"${'x'.repeat(100)}"}`), 2)
    expect(tree.find(Buffer.from('{"a":1}'))).toBeNull()
    tree.add(formSteps('{"a":1}'), 3)
    expect(tree.find(Buffer.from('{"a":2}'))).toBe(3)
  })
})
