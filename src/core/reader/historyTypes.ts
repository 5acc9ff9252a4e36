/** History types: what loading a session gives, and what was noticed on the way. */
import type { JsonObject } from '../../shared/rollout/rolloutLine'
import type { HistoryProblem } from '../../shared/rollout/history'
import type { Content } from '../source/content'

/** One record of a history. `text` is its JSON as it stands in the file, or as Codex loads it where that differs. */
export interface HistoryItem {
  /** Name of the file that holds it. */
  readonly file: string
  readonly lineNumber: number
  readonly record: JsonObject
  readonly text: string
  /** True for a response item of a type that Codex does not know and keeps as `other`. */
  readonly isOther: boolean
}

/** One file of a history, and the part of it that is read. */
export interface HistoryPart {
  readonly name: string
  readonly content: Content
  /** Byte before which its lines belong to the history. */
  readonly endByte: number
  /** Ordinal before which its records do; null for all of them. */
  readonly endOrdinal: number | null
  readonly isBare: boolean
  /** True where Codex reads the file as one text, so that a byte that is not UTF-8 makes it refuse all of it. */
  readonly isOneText: boolean
}

/** What is known of a history before its records are read. */
export type HistoryPlan =
  | { readonly kind: 'new' }
  | {
      readonly kind: 'resumed'
      readonly conversationId: string
      readonly parts: readonly HistoryPart[]
      readonly problems: readonly HistoryProblem[]
    }

/** Takes what is read, in order. Answering false ends the reading after this entry. */
export interface HistoryVisitor {
  readonly onItem: (item: HistoryItem) => boolean
  readonly onProblem: (problem: HistoryProblem) => boolean
}
