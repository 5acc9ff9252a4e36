/**
 * To readable: one parsed line of any era and type in readable form.
 *
 * Pure and total. Forms read the members they have a place for; what is left is named, so that nothing of a line is left
 * out silently. Envelope members that every view of a line shows (`timestamp`, `ordinal`, the tags) are not named.
 */
import { responseItem } from '../recordContent'
import { recordKindOf } from '../lineSummary'
import { isJsonObject, lineShape } from '../rolloutLine'
import { describe } from '../summaryText'
import { factOf, factsBlock, jsonBlock, memberBlocks, mergeBlocks, notice, textOf } from './blocks'
import { eventForm } from './eventForm'
import { Fields } from './fields'
import type { Form } from './form'
import { agentToAgentForm } from './messageForm'
import { sessionMetaForm } from './metaForm'
import { turnContextForm, worldStateForm } from './policyForm'
import type { InnerReadable, Readable } from './readable'
import { responseItemForm } from './responseItemForm'
import { unknownForm } from './unknownForm'
import { usageRecordForm } from './usageForm'

/** Names of what is left that are listed one by one. */
const restNamed = 40

/** Turns a parsed line into its readable form. Takes any value and never throws. */
export function toReadable(value: unknown): Readable {
  const recordKind = recordKindOf(value)
  if (!isJsonObject(value)) return { ...notARecord(value), recordKind, rest: [], restCount: 0 }
  const fields = new Fields(value)
  const { title, note, blocks } = formOf(fields, lineShape(value))
  return { title, note, recordKind, blocks: mergeBlocks(blocks), ...restOf(fields) }
}

function notARecord(value: unknown): Form {
  const text = `A JSON ${describe(value)}, which is no record that Codex writes.`
  return {
    title: `JSON ${describe(value)}`,
    note: null,
    blocks: [notice(text, ''), ...jsonBlock(value, '', { label: 'Value' })],
  }
}

function formOf(fields: Fields, shape: ReturnType<typeof lineShape>): Form {
  switch (shape) {
    case 'envelope':
      return envelopeForm(fields)
    case 'bare-meta':
      return sessionMetaForm(fields)
    case 'bare-state':
      fields.text('record_type')
      return { title: 'State', note: null, blocks: memberBlocks(fields) }
    case 'bare-item':
      return responseItemForm(fields)
    case 'other':
      return {
        title: 'JSON object',
        note: null,
        blocks: [notice('An object of a shape that Codex does not write.', ''), ...memberBlocks(fields)],
      }
  }
}

function envelopeForm(fields: Fields): Form {
  for (const key of ['timestamp', 'ordinal']) fields.scalar(key)
  const type = fields.text('type')
  const payload = fields.object('payload') ?? new Fields({})
  const form = formOfType(type, payload)
  const metadata = fields.object('metadata')
  if (metadata === null) return form
  const facts = ['client_authored', 'compaction_output', 'inherited_user_message'].flatMap((key) =>
    factOf(metadata, key, key.replaceAll('_', ' ')),
  )
  return { ...form, blocks: [...form.blocks, ...factsBlock(facts, 'Beside the payload')] }
}

function formOfType(type: string | null, payload: Fields): Form {
  switch (type) {
    case 'session_meta':
      return sessionMetaForm(payload)
    case 'response_item':
      return responseItemForm(payload)
    case 'event_msg':
      return eventForm(payload)
    case 'turn_context':
      return turnContextForm(payload)
    case 'compacted':
      return compactedForm(payload)
    case 'world_state':
      return worldStateForm(payload)
    case 'token_usage_record':
      return usageRecordForm(payload)
    case 'inter_agent_communication':
      return agentToAgentForm(payload)
    case 'inter_agent_communication_metadata':
      return { title: 'About a message between agents', note: null, blocks: memberBlocks(payload) }
    case 'security_risk_score':
      return { title: 'Security risk score', note: null, blocks: memberBlocks(payload) }
    case 'dynamic_tools_updated':
      return { title: 'Dynamic tools updated', note: null, blocks: memberBlocks(payload) }
    case 'retained_context':
      return { title: 'Retained context', note: null, blocks: memberBlocks(payload) }
    default:
      return unknownForm(`Record of unknown type: ${type ?? 'none'}`, payload)
  }
}

/** A `compacted` record: the summary, and the items that replace the history. */
function compactedForm(fields: Fields): Form {
  const history = fields.objects('replacement_history')
  const count = history?.length ?? 0
  return {
    title: 'Compacted history',
    note: history === null ? null : `replaced by ${count === 1 ? '1 item' : `${String(count)} items`}`,
    blocks: [
      ...textOf(fields, 'message', 'prose', { label: 'Summary' }),
      ...factsBlock([
        ...factOf(fields, 'window_number', 'Window'),
        ...factOf(fields, 'window_id', 'Window id'),
      ]),
      ...(history === null || count === 0
        ? []
        : [
            {
              kind: 'list' as const,
              label: 'Replacement history',
              items: history.map(toInner),
              hiddenItems: 0,
              pointer: fields.at('replacement_history'),
            },
          ]),
    ],
  }
}

/** An item of a replaced history. Its kind comes from its type and role; what is left of it is named with it. */
function toInner(fields: Fields): InnerReadable {
  const form = responseItemForm(fields)
  const recordKind = responseItem(fields.source).kind
  return { ...form, blocks: mergeBlocks(form.blocks), recordKind, ...restOf(fields) }
}

function restOf(fields: Fields): Pick<Readable, 'rest' | 'restCount'> {
  const rest = fields.reportRest().map((name) => name.replace(/^payload\./, ''))
  return { rest: rest.slice(0, restNamed), restCount: rest.length }
}
