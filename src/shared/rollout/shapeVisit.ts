/**
 * Shape visit: walks a value along a schema and says what differs, and which members the schema does not know.
 *
 * zod says neither the members that a loose schema keeps nor which of several forms was meant, and copies what it reads.
 * A schema is therefore compiled once into small functions; a test holds them to what zod accepts. A visit descends
 * only where a schema does, so the depth of a hostile value does not matter.
 */
import { z } from 'zod'
import { isJsonObject } from './rolloutLine'
import { taggedChoice, type TaggedChoice } from './schema/tagged'
import type { ShapeNotes } from './shapeNotes'

/** Looks at a value and notes what it finds. */
export type Visit = (value: unknown, notes: ShapeNotes) => void

const compiled = new WeakMap<z.ZodType, Visit>()

/** Returns the visit of a schema. @throws Error for kinds of schema that no record needs: a mistake of ours. */
export function shapeVisit(schema: z.ZodType): Visit {
  const known = compiled.get(schema)
  if (known !== undefined) return known
  const visit = compile(schema)
  compiled.set(schema, visit)
  return visit
}

function compile(schema: z.ZodType): Visit {
  const choice = taggedChoice(schema)
  if (choice !== undefined) return visitTagged(choice)
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return visitNullable(schema)
  if (schema instanceof z.ZodObject) return visitObject(schema)
  if (schema instanceof z.ZodArray) return visitArray(shapeVisit(schema.element as z.ZodType))
  if (schema instanceof z.ZodRecord) return visitRecord(shapeVisit(schema.valueType as z.ZodType))
  if (schema instanceof z.ZodUnion) return visitUnion(schema.options as readonly z.ZodType[])
  if (schema instanceof z.ZodLiteral) return visitLiteral(schema)
  if (schema instanceof z.ZodString) return visitScalar('string', 'a text')
  if (schema instanceof z.ZodNumber) return visitScalar('number', 'a number')
  if (schema instanceof z.ZodBoolean) return visitScalar('boolean', 'true or false')
  if (schema instanceof z.ZodUnknown) return () => undefined
  throw new Error(`No visit for ${schema.type}`)
}

function visitScalar(kind: 'string' | 'number' | 'boolean', expected: string): Visit {
  return (value, notes) => {
    // A number beyond what a double holds is parsed as infinity, and Codex cannot read it either.
    if (typeof value !== kind || value === Infinity || value === -Infinity) notes.reject(expected, value)
  }
}

function visitLiteral(schema: z.ZodLiteral): Visit {
  const { values } = schema
  return (value, notes) => {
    if (!values.has(value as string)) notes.reject([...values].map(String).join(' or '), value)
  }
}

/** Absent and null are one to Codex. Where a schema allows only one of them, this is the more lenient. */
function visitNullable(schema: z.ZodOptional | z.ZodNullable): Visit {
  const inner = schema.unwrap() as z.ZodType
  const acceptsNull = schema instanceof z.ZodNullable
  const visit = shapeVisit(inner)
  return (value, notes) => {
    if (value === undefined || (acceptsNull && value === null)) return
    visit(value, notes)
  }
}

function visitArray(visit: Visit): Visit {
  return (value, notes) => {
    if (!Array.isArray(value)) {
      notes.reject('a list', value)
      return
    }
    for (let index = 0; index < value.length; index += 1) {
      notes.enter(index)
      visit(value[index], notes)
      notes.leave()
    }
  }
}

function visitRecord(visit: Visit): Visit {
  return (value, notes) => {
    if (!isJsonObject(value)) {
      notes.reject('an object', value)
      return
    }
    for (const key of Object.keys(value)) {
      notes.enter(key)
      visit(value[key], notes)
      notes.leave()
    }
  }
}

function visitObject(schema: z.ZodObject): Visit {
  const shape = Object.entries(schema.shape)
  const members = new Map(shape.map(([key, member]) => [key, shapeVisit(member)]))
  const required = shape.filter(([, member]) => !isOptional(member)).map(([key]) => key)
  return (value, notes) => {
    if (!isJsonObject(value)) {
      notes.reject('an object', value)
      return
    }
    for (const key of Object.keys(value)) {
      const visit = members.get(key)
      notes.enter(key)
      if (visit === undefined) notes.unknownKey()
      else visit(value[key], notes)
      notes.leave()
    }
    for (const key of required) if (!Object.hasOwn(value, key)) notes.missing(key)
  }
}

function isOptional(schema: z.ZodType): boolean {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodUnknown
}

function visitTagged({ tag, options }: TaggedChoice): Visit {
  const visits = new Map([...options].map(([name, option]) => [name, shapeVisit(option)]))
  return (value, notes) => {
    if (!isJsonObject(value)) {
      notes.reject('an object', value)
      return
    }
    const name = Object.hasOwn(value, tag) ? value[tag] : undefined
    const visit = typeof name === 'string' ? visits.get(name) : undefined
    if (visit !== undefined) visit(value, notes)
    else if (typeof name === 'string') notes.unknownType(name)
    else if (name === undefined) notes.missing(tag)
    else {
      notes.enter(tag)
      notes.reject('a text', name)
      notes.leave()
    }
  }
}

/** Forms that differ in their JSON kind are told apart by it; objects by the member that each requires. */
function visitUnion(options: readonly z.ZodType[]): Visit {
  const objects = options.filter((option): option is z.ZodObject => option instanceof z.ZodObject)
  const others = options.filter((option) => !objects.includes(option as z.ZodObject))
  const forms = objects.map((option) => ({ key: requiredKey(option), visit: shapeVisit(option) }))
  const expected = [
    ...others.map(formName),
    ...(forms.length === 0 ? [] : [`an object with ${forms.map(({ key }) => key).join(' or ')}`]),
  ].join(' or ')
  const visits = others.map((option) => ({ accepts: kindTest(option), visit: shapeVisit(option) }))
  return (value, notes) => {
    const form = isJsonObject(value)
      ? (forms.find(({ key }) => Object.hasOwn(value, key)) ?? visits.find(({ accepts }) => accepts(value)))
      : visits.find(({ accepts }) => accepts(value))
    if (form === undefined) notes.reject(expected, value)
    else form.visit(value, notes)
  }
}

function requiredKey(schema: z.ZodObject): string {
  const shape = Object.entries(schema.shape)
  return shape.find(([, member]) => !isOptional(member))?.[0] ?? ''
}

function kindTest(schema: z.ZodType): (value: unknown) => boolean {
  if (schema instanceof z.ZodArray) return Array.isArray
  if (schema instanceof z.ZodRecord) return isJsonObject
  return (value) => typeof value === schema.type
}

function formName(schema: z.ZodType): string {
  if (schema instanceof z.ZodArray) return 'a list'
  if (schema instanceof z.ZodRecord) return 'an object'
  if (schema instanceof z.ZodBoolean) return 'true or false'
  return schema instanceof z.ZodString ? 'a text' : 'a number'
}
