import type { RecordKind } from './recordKind'

/** What a record is about. Its text is only made when somebody asks: most lines are read for their kind alone. */
export interface Content {
  readonly kind: RecordKind
  readonly text: () => string
}
