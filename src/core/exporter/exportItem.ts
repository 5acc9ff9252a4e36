/** Export item: one file that is to be exported, as the host knows it and the worker reads it. Plain data. */
import type { ExportedSession } from '../../shared/export/exportRecord'
import type { FileReference } from '../source/content'

/** `name` is what the session is called in the index of names; it stands in no rollout. */
export interface ExportItem {
  readonly reference: FileReference
  readonly isArchived: boolean
  readonly origin: 'file' | 'copy'
  readonly name: string | null
  readonly base: ExportedSession['base']
  readonly sizeBytes: number
}
