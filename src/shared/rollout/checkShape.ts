/**
 * Check of a shape: compares a parsed line with the schema of what it says to be.
 *
 * Pure and total, for any JSON value: what differs from a schema is a fact about the line, and what no schema knows is
 * most often a newer Codex.
 */
import type { z } from 'zod'
import { foreignEra } from './foreignLine'
import { isJsonObject, lineShape, type JsonObject } from './rolloutLine'
import { ExecStreamLineSchema, SessionJsonSchema, TutorialLineSchema } from './schema/foreign'
import { ResponseItemSchema } from './schema/responseItem'
import { BareMetaSchema, BareStateSchema, RolloutLineSchema } from './schema/rolloutLine'
import type { LineGrammar, ShapeReport } from './schema/shapeReport'
import { plainTest } from './plainShape'
import { ShapeNotes } from './shapeNotes'
import { shapeVisit } from './shapeVisit'
import { string } from './summaryText'

/** What a line says to be: the grammar, its name in it, and the schema of that. */
interface Claim {
  readonly grammar: LineGrammar
  readonly label: readonly (string | null)[]
  readonly schema: z.ZodType
}

/** Compares a parsed line of any shape with the schemas. */
export function checkShape(value: unknown): ShapeReport {
  if (isPlainRecord(value)) return plainReport(value)
  const claim = isJsonObject(value) ? claimOf(value) : null
  const notes = new ShapeNotes()
  if (claim === null) notes.reject('a record', value)
  else shapeVisit(claim.schema)(value, notes)
  const { rejections, unknownTypes, unknownKeys, omitted } = notes
  const label = claim?.label.filter((part) => part !== null).join('/') ?? ''
  return {
    grammar: claim?.grammar ?? null,
    label: label === '' ? null : cutLabel(label),
    isKnown: label !== '' && !unknownTypes.some(({ pointer }) => namePlaces.has(pointer)),
    rejections,
    unknownTypes,
    unknownKeys,
    omitted,
  }
}

const isPlain = plainTest(RolloutLineSchema)

function isPlainRecord(value: unknown): value is JsonObject {
  return isJsonObject(value) && lineShape(value) === 'envelope' && isPlain(value)
}

const plainReports = new Map<string, Map<string, ShapeReport>>()

/** The report of a record in an envelope that is in every member as its schema says; one for each type of record. */
function plainReport(line: JsonObject): ShapeReport {
  const type = String(line['type'])
  const payload = line['payload'] as JsonObject
  const subtype = typesWithSubtypes.has(type) ? string(payload['type']) : null
  const name = subtype === 'item_completed' ? `${subtype}/${typeOf(payload['item']) ?? ''}` : (subtype ?? '')
  const known = plainReports.get(type)
  const held = known?.get(name)
  if (held !== undefined) return held
  const label = envelopeLabel(line)
    .filter((part) => part !== null)
    .join('/')
  const report: ShapeReport = {
    grammar: 'envelope',
    label: cutLabel(label),
    isKnown: true,
    rejections: [],
    unknownTypes: [],
    unknownKeys: [],
    omitted: 0,
  }
  if (known === undefined) plainReports.set(type, new Map([[name, report]]))
  else known.set(name, report)
  return report
}

/** Returns the schema of what a parsed line says to be, or null where it is of no known grammar. */
export function schemaOfLine(value: unknown): z.ZodType | null {
  return isJsonObject(value) ? (claimOf(value)?.schema ?? null) : null
}

/** Where the parts of a type's name stand; an unknown type elsewhere is a part of the content. */
const namePlaces: ReadonlySet<string> = new Set(['', '/payload', '/payload/item', '/item'])

function cutLabel(label: string): string {
  return label.length <= 200 ? label : `${label.slice(0, 199)}…`
}

function claimOf(line: JsonObject): Claim | null {
  const type = string(line['type'])
  switch (lineShape(line)) {
    case 'envelope':
      return { grammar: 'envelope', label: envelopeLabel(line), schema: RolloutLineSchema }
    case 'bare-meta':
      return { grammar: 'bare', label: ['bare', 'meta'], schema: BareMetaSchema }
    case 'bare-state':
      return { grammar: 'bare', label: ['bare', 'state'], schema: BareStateSchema }
    case 'bare-item':
      return { grammar: 'bare', label: ['bare', type], schema: ResponseItemSchema }
    case 'other':
      return foreignClaim(line) ?? brokenEnvelope(line)
  }
}

function foreignClaim(line: JsonObject): Claim | null {
  const type = string(line['type'])
  const era = foreignEra(line)
  switch (era) {
    case 'tutorial':
      return { grammar: era, label: [era, type], schema: TutorialLineSchema }
    case 'exec-stream':
      return { grammar: era, label: [era, type, typeOf(line['item'])], schema: ExecStreamLineSchema }
    case 'session-json':
      return { grammar: era, label: [era], schema: SessionJsonSchema }
    case null:
      return null
  }
}

/** A line with a part of an envelope is compared with a whole one, so that what it lacks is named. */
function brokenEnvelope(line: JsonObject): Claim | null {
  if (!('payload' in line) && !('timestamp' in line && 'type' in line)) return null
  return { grammar: 'envelope', label: envelopeLabel(line), schema: RolloutLineSchema }
}

/** Records whose payloads have a type of their own. */
const typesWithSubtypes: ReadonlySet<string> = new Set([
  'response_item',
  'event_msg',
  'realtime_item',
  'retained_context',
])

function envelopeLabel(line: JsonObject): readonly (string | null)[] {
  const type = string(line['type'])
  if (type === null || !typesWithSubtypes.has(type)) return [type]
  const payload = isJsonObject(line['payload']) ? line['payload'] : {}
  const subtype = string(payload['type'])
  return [type, subtype, subtype === 'item_completed' ? typeOf(payload['item']) : null]
}

function typeOf(value: unknown): string | null {
  return isJsonObject(value) ? string(value['type']) : null
}
