/**
 * Plain shape: whether a value is in every member as its schema says, with no member or type that the schema does not know.
 * It answers yes or no and notes nothing, which is several times faster than a visit (`shapeVisit.ts`); nearly every line
 * is so. A test holds the two to each other: what is plain has no notes.
 */
import { z } from 'zod'
import { isJsonObject } from './rolloutLine'
import { taggedChoice } from './schema/tagged'

/** Answers true for a value that is in every member as a schema says. */
export type PlainTest = (value: unknown) => boolean

const compiled = new WeakMap<z.ZodType, PlainTest>()

/** Returns the test of a schema. Kinds of schema that are rare in records are never plain, and so are visited. */
export function plainTest(schema: z.ZodType): PlainTest {
  const known = compiled.get(schema)
  if (known !== undefined) return known
  const test = compile(schema)
  compiled.set(schema, test)
  return test
}

function compile(schema: z.ZodType): PlainTest {
  const choice = taggedChoice(schema)
  if (choice !== undefined) {
    return tagged(choice.tag, new Map([...choice.options].map(([name, option]) => [name, plainTest(option)])))
  }
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return nullable(schema)
  if (schema instanceof z.ZodObject) return object(schema)
  if (schema instanceof z.ZodArray) return array(plainTest(schema.element as z.ZodType))
  if (schema instanceof z.ZodRecord) return record(plainTest(schema.valueType as z.ZodType))
  if (schema instanceof z.ZodUnion) return union(schema.options as readonly z.ZodType[])
  if (schema instanceof z.ZodLiteral) {
    const { values } = schema
    return (value) => values.has(value as string)
  }
  if (schema instanceof z.ZodString) return (value) => typeof value === 'string'
  if (schema instanceof z.ZodNumber) return Number.isFinite
  if (schema instanceof z.ZodBoolean) return (value) => typeof value === 'boolean'
  return schema instanceof z.ZodUnknown ? () => true : () => false
}

function nullable(schema: z.ZodOptional | z.ZodNullable): PlainTest {
  const test = plainTest(schema.unwrap() as z.ZodType)
  const acceptsNull = schema instanceof z.ZodNullable
  return (value) => value === undefined || (acceptsNull && value === null) || test(value)
}

function array(test: PlainTest): PlainTest {
  return (value) => {
    if (!Array.isArray(value)) return false
    for (let index = 0; index < value.length; index += 1) if (!test(value[index])) return false
    return true
  }
}

function record(test: PlainTest): PlainTest {
  return (value) => {
    if (!isJsonObject(value)) return false
    for (const key in value) if (!test(value[key])) return false
    return true
  }
}

function object(schema: z.ZodObject): PlainTest {
  const shape = Object.entries(schema.shape)
  const members = new Map(shape.map(([key, member]) => [key, plainTest(member)]))
  const required = shape
    .filter(([, member]) => !(member instanceof z.ZodOptional || member instanceof z.ZodUnknown))
    .map(([key]) => key)
  return (value) => {
    if (!isJsonObject(value)) return false
    for (const key in value) {
      const test = members.get(key)
      if (test === undefined || !test(value[key])) return false
    }
    for (const key of required) if (value[key] === undefined) return false
    return true
  }
}

function tagged(tag: string, tests: ReadonlyMap<string, PlainTest>): PlainTest {
  return (value) => {
    if (!isJsonObject(value)) return false
    const name = value[tag]
    const test = typeof name === 'string' ? tests.get(name) : undefined
    return test !== undefined && test(value)
  }
}

/** Forms of another JSON kind than objects are told apart by it; a choice between objects is left to the visit. */
function union(options: readonly z.ZodType[]): PlainTest {
  const objects = options.filter((option) => option instanceof z.ZodObject || option instanceof z.ZodRecord)
  if (objects.length > 1) return () => false
  const tests = options.map(plainTest)
  return (value) => tests.some((test) => test(value))
}
