/**
 * Record kind: the ten things a line can be about. Each has one hue and one letter everywhere it is drawn,
 * in rows, in the strip and in the inspector.
 */
export const recordKinds = [
  'user',
  'assistant',
  'reasoning',
  'tool-call',
  'tool-output',
  'patch',
  'context',
  'meta',
  'compaction',
  'unknown',
] as const
export type RecordKind = (typeof recordKinds)[number]
