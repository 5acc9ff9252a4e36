/** Codex skip: whether Codex 0.169 loses a record for what it says, and no other rule names that. */
import { codexDecodes, compactionMetadataFault } from '../../shared/rollout/codexDecodes'
import type { RuleLine } from './rule'

/**
 * Says why Codex cannot decode a record that is held whole, null where it can, or where another rule says so: unknown
 * types, what a session meta lacks, metadata of a compaction, ordinals, and how texts and numbers are written.
 */
export function codexSkip({ record, metaFaults, shape, written }: RuleLine): string | null {
  if (record === null || shape === null || metaFaults.length > 0) return null
  // A part of a type that nobody knows loses the line, too.
  if (shape.unknownTypes.length > 0 && shape.rejections.length === 0) return null
  const reading = written?.form?.reading ?? codexDecodes(null, record.envelope)
  if (reading.kind !== 'skips' || reading.what !== 'line-skipped') return null
  if (record.type === 'compacted' && compactionMetadataFault(record.payload) === reading.note) return null
  return reading.note
}
