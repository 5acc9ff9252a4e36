/** Inner form: a record inside a record, such as a message of a replaced history. */
import { responseItem } from '../recordContent'
import { mergeBlocks } from './blocks'
import type { Fields } from './fields'
import type { InnerReadable, Readable } from './readable'
import { responseItemForm } from './responseItemForm'

/** Names of what is left that are listed one by one. */
const restNamed = 40

/** A response item within a record. Its kind comes from its type and role; what is left of it is named with it. */
export function toInner(fields: Fields): InnerReadable {
  const form = responseItemForm(fields)
  const recordKind = responseItem(fields.source).kind
  return { ...form, blocks: mergeBlocks(form.blocks), recordKind, ...restOf(fields) }
}

/** Names what no form has read of a record. */
export function restOf(fields: Fields): Pick<Readable, 'rest' | 'restCount'> {
  const rest = fields.reportRest().map((name) => name.replace(/^payload\./, ''))
  return { rest: rest.slice(0, restNamed), restCount: rest.length }
}
