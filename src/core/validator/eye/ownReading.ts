/** Own reading: what Codex makes of a line by itself, whatever stands around it. Pure. */
import { assertNever } from '../../../shared/assertNever'
import { codexDecodes } from '../../../shared/rollout/codexDecodes'
import { isJsonObject, type JsonObject } from '../../../shared/rollout/rolloutLine'
import type { EyeReading } from '../../../shared/validation/codexReport'
import type { LineStatus } from '../../../shared/validation/spanKind'
import { isWhiteSpace } from '../../scanner/textBytes'
import type { ScannedLine } from '../../scanner/scanLines'
import type { WrittenLine } from '../spelling/writtenLine'

/** A line as Codex sees it. `record` is what it decodes, null where it decodes nothing. */
export interface OwnReading {
  readonly reading: EyeReading
  readonly record: JsonObject | null
  /** What it could not be judged by: false for a line that is too long to be held as a whole. */
  readonly isWhole: boolean
  /** True for a session meta that is sound but for its history mode. */
  readonly hasUnknownMode: boolean
}

const reads: EyeReading = { outcome: 'reads', note: '' }
const byBeginning: EyeReading = {
  outcome: 'reads',
  note: 'The line is too long to be held; it is judged by its beginning.',
}

/** Says what Codex makes of a line that is not blank. `value` is its parsed value, or that of its beginning. */
export function ownReading(
  line: ScannedLine,
  value: unknown,
  written: WrittenLine | null = null,
): OwnReading {
  if (line.value === undefined)
    return isTooLong(line) ? longReading(value) : lost(skips(whyDamaged(line.status)))
  const reading = isPlain(line.value, written)
    ? (written?.form?.reading ?? codexDecodes(null, line.value))
    : codexDecodes(writtenText(line), line.value)
  const record = isJsonObject(line.value) ? line.value : null
  switch (reading.kind) {
    case 'keeps':
      return {
        reading: reading.what === null ? reads : { outcome: 'misreads', note: reading.note },
        record,
        isWhole: true,
        hasUnknownMode: false,
      }
    case 'drops':
      return { reading: skips(reading.note), record, isWhole: true, hasUnknownMode: false }
    case 'skips':
      return { ...lost(skips(reading.note)), hasUnknownMode: reading.what === 'unknown-mode' }
    default:
      return assertNever(reading)
  }
}

/** True for a line whose text tells no more than its value: written as Codex writes, and with a plain ordinal or none. */
function isPlain(value: unknown, written: WrittenLine | null): boolean {
  if (written?.isPlain !== true || !isJsonObject(value)) return false
  const { ordinal } = value
  return ordinal === undefined || (Number.isSafeInteger(ordinal) && (ordinal as number) >= 0)
}

function skips(note: string): EyeReading {
  return { outcome: 'skips', note }
}

function lost(reading: EyeReading): OwnReading {
  return { reading, record: null, isWhole: true, hasUnknownMode: false }
}

function longReading(value: unknown): OwnReading {
  const record = isJsonObject(value) && isJsonObject(value['payload']) ? value : null
  return { reading: byBeginning, record, isWhole: false, hasUnknownMode: false }
}

function isTooLong({ status }: ScannedLine): boolean {
  return status === 'record' || status === 'oversized' || status === 'unterminated'
}

/** The text of a line, with white space around it where that is such as JSON does not know: there Codex fails. */
function writtenText({ bytes, text }: ScannedLine): string {
  const isPadded = isWhiteSpace(bytes[0] ?? 0) || isWhiteSpace(bytes[bytes.length - 1] ?? 0)
  return isPadded ? bytes.toString('utf8').replace(/^[ \t\r]+|[ \t\r]+$/g, '') : text
}

/** Says why a line is no JSON value. */
function whyDamaged(status: LineStatus): string {
  switch (status) {
    case 'invalid-utf8':
      return 'The line holds bytes that are not UTF-8.'
    case 'bom':
      return 'The line begins with a byte-order mark.'
    case 'nul':
      return 'The line holds bytes of value 0.'
    case 'glued':
      return 'Several values are glued into one line.'
    case 'torn':
    case 'pending':
      return 'The end of the line is not there.'
    default:
      return 'The line is not JSON.'
  }
}
