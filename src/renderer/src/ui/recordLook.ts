import { assertNever } from '../../../shared/assertNever'
import type { RecordKind } from '../../../shared/rollout/recordKind'
import type { StripKind } from '../../../shared/rollout/strip'
import type { SpanKind } from '../../../shared/validation/spanKind'

/** How a kind of record is told apart without its colour: a letter in rows, a word in legends. */
export interface KindLook {
  readonly letter: string
  readonly label: string
}

/** Letter and word of each kind of record, and of what fills the strip besides. */
export const kindLooks: Readonly<Record<StripKind, KindLook>> = {
  user: { letter: 'U', label: 'User' },
  assistant: { letter: 'A', label: 'Assistant' },
  reasoning: { letter: 'R', label: 'Reasoning' },
  'tool-call': { letter: 'C', label: 'Tool call' },
  'tool-output': { letter: 'O', label: 'Tool output' },
  patch: { letter: 'P', label: 'Patch' },
  context: { letter: 'S', label: 'Context and settings' },
  meta: { letter: 'M', label: 'Session meta' },
  compaction: { letter: 'Z', label: 'Compaction' },
  unknown: { letter: '?', label: 'Unknown' },
  damage: { letter: '!', label: 'Damage' },
  blank: { letter: '·', label: 'Blank' },
  unread: { letter: ' ', label: 'Not read yet' },
}

/** Class that carries the colour of a kind of record. */
export function kindClass(kind: RecordKind): string {
  return `kind-${kind}`
}

/** Word for a status on its badge, and the sentence that explains it. Null text: nothing to say. */
export interface StatusLook {
  readonly badge: string
  readonly meaning: string
}

/** Badge and meaning of a line status or span kind. */
export function statusLook(status: SpanKind): StatusLook {
  switch (status) {
    case 'record':
      return { badge: 'RECORD', meaning: 'A complete JSON record.' }
    case 'blank':
      return { badge: 'BLANK', meaning: 'Nothing but white space.' }
    case 'bom':
      return { badge: 'BOM', meaning: 'Begins with a byte-order mark, which is no JSON.' }
    case 'not-json':
      return { badge: 'NOT JSON', meaning: 'The bytes are not valid JSON.' }
    case 'json-not-record':
      return { badge: 'NO RECORD', meaning: 'Valid JSON, but no record that Codex writes.' }
    case 'invalid-utf8':
      return { badge: 'INVALID UTF-8', meaning: 'Holds bytes that are not UTF-8 text.' }
    case 'nul':
      return { badge: 'NUL', meaning: 'Holds NUL bytes, as a crash or a full disk leaves them.' }
    case 'glued':
      return { badge: 'GLUED', meaning: 'Several records stand on one line without a line break.' }
    case 'oversized':
      return { badge: 'OVERSIZED', meaning: 'Readable, but longer than most readers accept.' }
    case 'unterminated':
      return {
        badge: 'UNTERMINATED',
        meaning: 'A complete record whose line feed is missing at the end of the file.',
      }
    case 'torn':
      return { badge: 'TORN', meaning: 'The record breaks off: its end was never written.' }
    case 'pending':
      return { badge: 'PENDING', meaning: 'The last line is still being written.' }
    case 'frame-error':
      return { badge: 'FRAME ERROR', meaning: 'The compressed data cannot be read from here on.' }
    default:
      return assertNever(status)
  }
}

/** One mark for each severity, told apart without colour. */
export const severityMarks = { error: '●', warning: '▲', info: '○' } as const
