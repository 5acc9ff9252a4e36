/** Record form: the payload of a record, by the record's type. */
import { factOf, factsBlock, memberBlocks, textOf } from './blocks'
import { eventForm } from './eventForm'
import type { Fields } from './fields'
import type { Form } from './form'
import { toInner } from './innerForm'
import { agentToAgentForm } from './messageForm'
import { sessionMetaForm } from './metaForm'
import { turnContextForm, worldStateForm } from './policyForm'
import { rareForm } from './rareForm'
import { responseItemForm } from './responseItemForm'
import { unknownForm } from './unknownForm'
import { usageRecordForm } from './usageForm'

/** The form of a payload. A type that is not known is shown by its members, and said to be unknown. */
export function recordForm(type: string | null, payload: Fields): Form {
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
    case 'realtime_item':
      return realtimeForm(payload)
    default:
      return unknownForm(`Record of unknown type: ${type ?? 'none'}`, payload)
  }
}

function realtimeForm(fields: Fields): Form {
  const type = fields.text('type')
  const title = `Part of a voice session, of unknown type: ${type ?? 'none'}`
  return rareForm(type, fields) ?? unknownForm(title, fields)
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
