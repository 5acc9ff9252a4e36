/** Line records: what a line of any status and era tells to rules that follow a conversation from line to line. */
import { isJsonObject, type JsonObject } from '../../../shared/rollout/rolloutLine'
import { valueOfLine } from '../../scanner/lineValue'
import { toRecordFacts, type RecordFacts } from '../recordFacts'
import type { RuleLine } from '../rule'

/** Takes a record, and the line that it stands on. */
export type RecordVisitor = (record: RecordFacts, line: RuleLine) => void

/**
 * Calls back with each record of a line: of a whole one, of each part of a glued one, and of a line of more than 8 MiB
 * as far as its beginning tells. Returns false for a line that may hold a record which nobody can read.
 */
export function eachRecord(line: RuleLine, visit: RecordVisitor): boolean {
  if (line.record !== null) {
    visit(line.record, line)
    return true
  }
  for (const part of line.parts) visit(part, line)
  switch (line.line.status) {
    case 'blank':
      return true
    case 'record':
    case 'unterminated':
    case 'oversized': {
      const long = isLong(line) ? toRecordFacts(valueOfLine(line.line), '') : null
      if (long !== null) visit(long, line)
      return long !== null || line.shape !== null
    }
    default:
      // Glued lines whose every byte is a part of some record have lost nothing to us.
      return line.foreign !== null || (line.parts.length > 1 && isAllParts(line))
  }
}

/** True for a line of which only the beginning is held. */
export function isLong({ line }: RuleLine): boolean {
  return line.byteLength > line.bytes.length + 1
}

function isAllParts({ line, parts }: RuleLine): boolean {
  return line.spans.length === parts.length
}

/** Returns the response item of a record, null for other records. */
export function itemOf(record: RecordFacts): JsonObject | null {
  return record.type === 'response_item' ? record.payload : null
}

/** Returns the item of a line of the bare form of 2025, null for other lines. */
export function bareItem({ shape, line }: RuleLine): JsonObject | null {
  return shape?.grammar === 'bare' && isJsonObject(line.value) ? line.value : null
}
