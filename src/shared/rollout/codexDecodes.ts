/**
 * Codex decodes: what Codex 0.169 makes of one line when it loads a session, where that differs from what `JSON.parse`
 * says (ROLLOUT-FORMAT 6.1 and 6.3). The one place that knows; history and every later check of Codex's eye ask it.
 *
 * It says that a line is lost only where that was measured or follows from a field that Codex requires. It is no
 * decoder: a line that it lets pass may still hold something that nobody has tried.
 */
import { eventMessages, isOldCommandEnd } from './codexEvents'
import { faultyField, own } from './codexFields'
import { metaFault } from './codexMeta'
import { hasLoneSurrogate, ordinalOf } from './codexNumbers'
import {
  agentCommunication,
  completedItemTypes,
  itemMetadata,
  responseItems,
  topLevelTypes,
} from './codexTypes'
import { isDeeperThan } from './nesting'
import { isJsonObject, type JsonObject } from './rolloutLine'

/**
 * What Codex makes of a line: `keeps` it (`note` says with what reserve), `drops` it on purpose, or `skips` it because
 * it cannot decode it. `what` is the reason as the last part of a problem's code.
 */
export type CodexReading =
  | { readonly kind: 'keeps'; readonly what: 'unknown-item' | 'not-applied' | null; readonly note: string }
  | { readonly kind: 'drops'; readonly what: 'ghost-snapshot'; readonly note: string }
  | {
      readonly kind: 'skips'
      readonly what: 'line-skipped' | 'unknown-type' | 'unknown-mode' | 'old-form'
      readonly note: string
    }

const keeps: CodexReading = { kind: 'keeps', what: null, note: '' }

function skips(
  note: string,
  what: 'line-skipped' | 'unknown-type' | 'unknown-mode' | 'old-form' = 'line-skipped',
): CodexReading {
  return { kind: 'skips', what, note }
}

/**
 * Says what Codex makes of a line that is one JSON value: its text as it stands, and the value parsed from it. Without the
 * text it is judged by its value alone: how texts and numbers are written, how deeply values are nested and the ordinal
 * are then not looked at, which is a small part of the work.
 */
export function codexDecodes(text: string | null, value: unknown): CodexReading {
  if (text === null && last !== null && last.value === value) return last.reading
  const reading = decode(text, value)
  if (text === null) last = { value, reading }
  return reading
}

/** The last value that was judged by itself: several ask about a line, one after the other. */
let last: { readonly value: unknown; readonly reading: CodexReading } | null = null

function decode(text: string | null, value: unknown): CodexReading {
  if (!isJsonObject(value)) return skips('The line is no JSON object.')
  if (typeof value['timestamp'] !== 'string') return skips('The line has no timestamp that is text.')
  const { type, payload } = value
  if (typeof type !== 'string') return skips('The line has no type.')
  if (!topLevelTypes.has(type)) return skips(`The type ${quoted(type)} is unknown to Codex.`, 'unknown-type')
  if (!isJsonObject(payload)) return skips('The payload is no object.')
  const spelling = text === null ? null : spellingFault(text, value)
  if (spelling !== null) return skips(spelling)
  return payloadReading({ type, payload, line: value, text })
}

function spellingFault(text: string, line: JsonObject): string | null {
  const { ordinal } = line
  if (ordinal !== undefined && ordinal !== null && ordinalOf(text, ordinal) === null) {
    return 'The ordinal is no whole number that Codex can hold.'
  }
  if (hasLoneSurrogate(text)) return 'A text holds half of a surrogate pair (an escape such as \\ud800).'
  if (hasOddSpaceAround(text)) return 'The line has white space around it that JSON does not know.'
  return isDeeperThan(line, deepest) ? 'Values are nested more deeply than Codex reads.' : null
}

/** True when white space that JSON does not know stands around a JSON value; inside of one it cannot stand. */
function hasOddSpaceAround(text: string): boolean {
  const first = text.charCodeAt(0)
  const behind = text.charCodeAt(text.length - 1)
  return (first <= 0x20 || behind <= 0x20) && /[\v\f]/.test(text)
}

/** Containers within containers that Codex reads on a line: 127 were measured to be read, and 128 not. */
const deepest = 127

interface Enveloped {
  readonly type: string
  readonly payload: JsonObject
  readonly line: JsonObject
  readonly text: string | null
}

function payloadReading({ type, payload, line, text }: Enveloped): CodexReading {
  switch (type) {
    case 'session_meta':
      return metaReading(payload, text)
    case 'response_item':
      return itemReading(payload, line, text)
    case 'event_msg':
      return eventReading(payload, text)
    case 'compacted':
      return compactedReading(payload)
    case 'turn_context':
      return contextReading(payload)
    case 'inter_agent_communication': {
      const fault = faultyField({ payload, fields: agentCommunication, text })
      return fieldsReading('The message between agents', fault)
    }
    default:
      return keeps
  }
}

function metaReading(payload: JsonObject, text: string | null): CodexReading {
  const fault = metaFault(payload, text)
  if (fault !== null) return skips(fault)
  const mode = payload['history_mode']
  if (mode === undefined || mode === 'legacy' || mode === 'paginated') return keeps
  return skips(`The history mode ${quoted(mode)} is unknown to Codex.`, 'unknown-mode')
}

function itemReading(payload: JsonObject, line: JsonObject, text: string | null): CodexReading {
  const type = payload['type']
  if (typeof type !== 'string') return skips('The response item has no type.')
  if (type === 'ghost_snapshot') {
    return {
      kind: 'drops',
      what: 'ghost-snapshot',
      note: 'Codex drops ghost snapshots when it loads a session.',
    }
  }
  const fields = own(responseItems, type)
  if (fields === undefined) {
    const note = `The response item type ${quoted(type)} is unknown to Codex, which keeps it as "other".`
    return { kind: 'keeps', what: 'unknown-item', note }
  }
  const fault =
    faultyField({ payload, fields, text }) ?? faultyField({ payload: line, fields: itemMetadata, text })
  return fault === null ? keeps : fieldsReading(`The response item ${type}`, fault)
}

function eventReading(payload: JsonObject, text: string | null): CodexReading {
  const type = payload['type']
  if (typeof type !== 'string') return skips('The event message has no type.')
  const shape = own(eventMessages, type)
  if (shape === undefined) return skips(`The event type ${quoted(type)} is unknown to Codex.`, 'unknown-type')
  const { item } = payload
  if (type === 'item_completed' && isJsonObject(item) && !completedItemTypes.has(String(item['type']))) {
    return skips(`The item type ${quoted(item['type'])} is unknown to Codex.`, 'unknown-type')
  }
  const fault = shape(payload, { text, key: '' })
  if (fault === 'cwd' && isOldCommandEnd(payload)) {
    const note =
      'The end of a command names its folder as a path, as before 0.169; Codex 0.169 reads an address there.'
    return skips(note, 'old-form')
  }
  return fieldsReading(`The event ${type}`, fault)
}

/** The summary is required; metadata must belong to a history, entry by entry, none of them null (measured by what a resumed model
 * was told; ROLLOUT-FORMAT 2.6, case 16). */
function compactedReading(payload: JsonObject): CodexReading {
  if (typeof payload['message'] !== 'string') return skips('The compaction has no message.')
  const { replacement_history: history } = payload
  if (history !== undefined && history !== null && !Array.isArray(history)) {
    return skips('The replacement history of the compaction is no list.')
  }
  const fault = compactionMetadataFault(payload)
  return fault === null ? keeps : skips(fault)
}

/** Says why the metadata of a compaction does not belong to its replacement history; null where it does or is absent. */
export function compactionMetadataFault(payload: JsonObject): string | null {
  const { replacement_history: history, replacement_history_metadata: metadata } = payload
  if (metadata === undefined || metadata === null) return null
  if (!Array.isArray(metadata) || !Array.isArray(history)) {
    return 'The compaction has metadata for a replacement history that is not there.'
  }
  if (metadata.includes(null)) return 'The compaction has metadata that is null for an entry.'
  if (metadata.length === history.length) return null
  return `The compaction has ${String(history.length)} entries of replacement history and metadata for ${String(metadata.length)}.`
}

/** The tag `mode` of 2025 is the one known thing in a turn context that Codex 0.169 no longer reads (2.4). */
function contextReading(payload: JsonObject): CodexReading {
  if (typeof payload['cwd'] !== 'string' || typeof payload['model'] !== 'string') {
    return skips('The turn context lacks its cwd or its model.')
  }
  const policy = payload['sandbox_policy']
  const isOld = isJsonObject(policy) && 'mode' in policy && !('type' in policy)
  if (!isOld) return keeps
  const note = 'Codex 0.169 does not apply a turn context whose sandbox policy is spelled as in 2025.'
  return { kind: 'keeps', what: 'not-applied', note }
}

function fieldsReading(what: string, fault: string | null): CodexReading {
  return fault === null ? keeps : skips(`${what} has a field ${fault} that Codex cannot decode.`)
}

/** Returns a value of a line for a message, cut where it is long. */
function quoted(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value)
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`
}
