/**
 * Line summary: what one line is about, in one line of text, for rows of the viewer and of `show`.
 *
 * Pure and total: it takes any JSON value, parsed from a whole line or from the beginning of a long one,
 * and never throws. What it does not know it shows by its name, so that new Codex versions stay readable.
 */
import type { Content } from './content'
import { foreignContent } from './foreignContent'
import { foreignEra } from './foreignLine'
import { envelopeContent, responseItem } from './recordContent'
import type { RecordKind } from './recordKind'
import { isJsonObject, lineShape, type JsonObject } from './rolloutLine'
import { describe, metaText, string } from './summaryText'

/** `type` and `subtype` are the tags as they stand in the file; `text` is folded to one line, not yet cut. */
export interface LineSummary {
  readonly timestamp: string | null
  readonly type: string | null
  readonly subtype: string | null
  readonly ordinal: number | null
  readonly kind: RecordKind
  readonly text: string
}

/** Summarises a parsed line of any shape. */
export function summariseLine(value: unknown): LineSummary {
  const { kind, text } = contentOf(value)
  return { ...tagsOf(value), kind, text: text() }
}

/** Returns the record kind of a parsed line, for those who draw many lines and read none. */
export function recordKindOf(value: unknown): RecordKind {
  return contentOf(value).kind
}

type Tags = Pick<LineSummary, 'timestamp' | 'type' | 'subtype' | 'ordinal'>

/** The tags of a line as they stand in the file, also where it is no record. */
export function tagsOf(value: unknown): Tags {
  if (!isJsonObject(value)) return { timestamp: null, type: null, subtype: null, ordinal: null }
  const payload = value['payload']
  const item = foreignEra(value) === null ? undefined : value['item']
  return {
    timestamp: string(value['timestamp']) ?? (isJsonObject(item) ? string(item['timestamp']) : null),
    type: string(value['type']) ?? string(value['record_type']),
    subtype: isJsonObject(payload) ? subtypeOf(payload) : isJsonObject(item) ? string(item['type']) : null,
    ordinal: typeof value['ordinal'] === 'number' ? value['ordinal'] : null,
  }
}

function contentOf(value: unknown): Content {
  if (!isJsonObject(value)) {
    return { kind: 'unknown', text: () => `JSON ${describe(value)}, not a record` }
  }
  switch (lineShape(value)) {
    case 'envelope': {
      const payload = isJsonObject(value['payload']) ? value['payload'] : {}
      return envelopeContent(string(value['type']) ?? '', payload)
    }
    case 'bare-meta':
      return { kind: 'meta', text: () => metaText(value) }
    case 'bare-state':
      return { kind: 'context', text: () => 'state' }
    case 'bare-item':
      return responseItem(value)
    case 'other':
      return (
        foreignContent(value) ?? {
          kind: 'unknown',
          text: () => `object with keys ${Object.keys(value).slice(0, 8).join(', ')}`,
        }
      )
  }
}

/** `item_completed` is named by the item it completes, as that is what a reader looks for. */
function subtypeOf(payload: JsonObject): string | null {
  const type = string(payload['type'])
  const item = payload['item']
  if (type === 'item_completed' && isJsonObject(item)) {
    const itemType = string(item['type'])
    return itemType === null ? type : `${type}/${itemType}`
  }
  return type
}
