import { basename } from 'node:path'
import type { Content } from '../source/content'
import type { BaseCut } from './baseCut'
import type { OwnHeader } from './ownHeader'

/** One file of a chain, with the part of it that belongs to the history. */
export interface ChainFile {
  /** Last id of its name, or the id that was looked for. */
  readonly rolloutId: string | null
  /** Null where the file is not there or cannot be read. */
  readonly content: Content | null
  readonly isArchived: boolean
  readonly header: OwnHeader | null
  /** Ordinal before which its records belong to the history; null for all of them. */
  readonly endOrdinal: number | null
  /** The lines that belong to the history; null for all of them. */
  readonly cut: BaseCut | null
}

/** Returns the name of a chain's file for messages. */
export function chainFileName({ content, rolloutId }: ChainFile): string {
  return content === null ? (rolloutId ?? 'an unnamed rollout') : basename(content.reference.label)
}
