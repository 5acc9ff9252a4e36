import { memberBlocks, notice } from './blocks'
import type { Fields } from './fields'
import type { FlatForm } from './form'

/** What nothing better is known about: its members by their names, and that it is unknown. */
export function unknownForm(title: string, fields: Fields): FlatForm {
  return {
    title,
    note: null,
    blocks: [
      notice(
        'This version of Rollscope does not know this type. Shown are its members by their names.',
        fields.pointer,
      ),
      ...memberBlocks(fields),
    ],
  }
}
