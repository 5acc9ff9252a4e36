/** Lines of every type: one of each record, event, item and foreign line that a schema describes, with little in it. */
import { EventMessageSchema } from '../../src/shared/rollout/schema/eventMessage'
import { ExecStreamItemSchema, ExecStreamLineSchema } from '../../src/shared/rollout/schema/foreign'
import { RealtimeItemSchema } from '../../src/shared/rollout/schema/otherRecords'
import { ResponseItemSchema } from '../../src/shared/rollout/schema/responseItem'
import { RolloutLineSchema } from '../../src/shared/rollout/schema/rolloutLine'
import { taggedChoice } from '../../src/shared/rollout/schema/tagged'
import { TurnItemSchema } from '../../src/shared/rollout/schema/turnItem'

function typesOf(schema: Parameters<typeof taggedChoice>[0]): readonly string[] {
  return [...(taggedChoice(schema)?.options.keys() ?? [])]
}

function line(type: string, payload: unknown): unknown {
  return { timestamp: 't', type, payload }
}

/** Returns the lines. The records of the first ones hold a message, which no event and no voice session is. */
export function linesOfEveryType(): readonly unknown[] {
  return [
    ...typesOf(RolloutLineSchema).map((type) => line(type, { type: 'message', role: 'user' })),
    ...typesOf(ResponseItemSchema).map((type) => line('response_item', { type })),
    ...typesOf(EventMessageSchema)
      .filter((type) => type !== 'item_completed')
      .map((type) => line('event_msg', { type })),
    ...typesOf(TurnItemSchema).map((type) =>
      line('event_msg', { type: 'item_completed', item: { type, id: 'i' } }),
    ),
    ...typesOf(RealtimeItemSchema).map((type) => line('realtime_item', { type })),
    ...typesOf(ExecStreamLineSchema)
      .filter((type) => !type.startsWith('item.'))
      .map((type) => ({ type, message: 'x' })),
    ...typesOf(ExecStreamItemSchema).map((type) => ({ type: 'item.completed', item: { type, id: 'i' } })),
  ]
}
