/**
 * To readable: one parsed line of any era and type in readable form.
 *
 * Pure and total. Forms read the members they have a place for; what is left is named, so that nothing of a line is left
 * out silently. Envelope members that every view of a line shows (`timestamp`, `ordinal`, the tags) are not named.
 */
import { recordKindOf } from '../lineSummary'
import { isJsonObject, lineShape } from '../rolloutLine'
import { describe } from '../summaryText'
import { factOf, factsBlock, jsonBlock, memberBlocks, mergeBlocks, notice } from './blocks'
import { Fields } from './fields'
import { foreignForm } from './foreignForm'
import type { Form } from './form'
import { restOf } from './innerForm'
import { sessionMetaForm } from './metaForm'
import type { Readable } from './readable'
import { recordForm } from './recordForm'
import { responseItemForm } from './responseItemForm'

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
      return foreignForm(fields) ?? otherForm(fields)
  }
}

function otherForm(fields: Fields): Form {
  return {
    title: 'JSON object',
    note: null,
    blocks: [notice('An object of a shape that Codex does not write.', ''), ...memberBlocks(fields)],
  }
}

function envelopeForm(fields: Fields): Form {
  for (const key of ['timestamp', 'ordinal']) fields.scalar(key)
  const type = fields.text('type')
  const payload = fields.object('payload') ?? new Fields({})
  const form = recordForm(type, payload)
  const metadata = fields.object('metadata')
  if (metadata === null) return form
  const facts = ['client_authored', 'compaction_output', 'inherited_user_message'].flatMap((key) =>
    factOf(metadata, key, key.replaceAll('_', ' ')),
  )
  return { ...form, blocks: [...form.blocks, ...factsBlock(facts, 'Beside the payload')] }
}
