import type { FlatBlock, ReadableBlock } from './readable'

/** What a form makes of a record: its title, what to add to the title, and blocks. */
export interface Form<B extends ReadableBlock = ReadableBlock> {
  readonly title: string
  readonly note: string | null
  readonly blocks: readonly B[]
}

/** A form without records inside. */
export type FlatForm = Form<FlatBlock>
