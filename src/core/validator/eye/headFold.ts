/**
 * Head fold: what Codex finds at the beginning of a file: for its list, to know how to read the file, and to resume it. These
 * are three ways of looking, and each stops somewhere else (ROLLOUT-FORMAT 6.1, 7.5; measured with the real CLI).
 */
import type { CodexEye } from '../../../shared/rollout/codexEyes'
import { isJsonObject, type JsonObject } from '../../../shared/rollout/rolloutLine'
import type { LineStatus } from '../../../shared/validation/spanKind'
import type { OwnReading } from './ownReading'
import { hasPreview } from './preview'

/** What a session meta says that Codex goes by. */
export interface EyeMeta {
  readonly id: string
  readonly isPaginated: boolean
  readonly source: unknown
  readonly provider: string | null
  readonly hasBase: boolean
}

/** What Codex takes for the head of a file when it reads it: a session meta, or why there is none. */
export type Header =
  | { readonly kind: 'meta'; readonly meta: EyeMeta }
  | { readonly kind: 'item-first' | 'unknown-mode' | 'head-not-utf8' }

/** What stands first in a file, blank lines aside. */
export type FirstRecord = 'meta' | 'other' | 'unparsable'

export class HeadFold {
  readonly #eye: CodexEye
  #lines = 0
  #listEnds: 'unknown-mode' | 'not-utf8' | 'found' | 'too-far' | null = null
  #hasMessage = false
  /** The session meta that the list goes by, null where it finds none. */
  listed: EyeMeta | null = null
  header: Header | null = null
  first: FirstRecord | null = null

  constructor(eye: CodexEye) {
    this.#eye = eye
  }

  /** Takes the next line that is not blank. Costs nothing once all is known. */
  observe(status: LineStatus, own: OwnReading): void {
    if (this.header !== null && this.#listEnds !== null) return
    const { record } = own
    const type = record?.['type']
    const meta = type === 'session_meta' ? toEyeMeta(record) : null
    this.first ??= record === null ? 'unparsable' : meta === null ? 'other' : 'meta'
    this.header ??= headerOf(status, own, meta)
    this.#look(status, own, meta)
  }

  /** Why the list leaves the file out for what stands in its head; null where it finds what it looks for. */
  get unlisted(): 'no-metadata' | 'no-message' | 'unknown-mode' | 'not-utf8' | null {
    if (this.#listEnds === 'unknown-mode' || this.#listEnds === 'not-utf8') return this.#listEnds
    if (this.listed === null) return 'no-metadata'
    return this.#hasMessage ? null : 'no-message'
  }

  #look(status: LineStatus, { record, hasUnknownMode }: OwnReading, meta: EyeMeta | null): void {
    if (this.#listEnds !== null) return
    const { headLines, messageLines, previewMarker } = this.#eye
    this.#lines += 1
    if (this.#lines > (this.listed === null ? headLines : messageLines)) this.#listEnds = 'too-far'
    else if (status === 'invalid-utf8') this.#listEnds = 'not-utf8'
    else if (hasUnknownMode && this.listed === null) this.#listEnds = 'unknown-mode'
    else {
      this.listed ??= meta
      this.#hasMessage ||= record !== null && hasPreview(record, previewMarker)
      if (this.listed !== null && this.#hasMessage) this.#listEnds = 'found'
    }
  }
}

function headerOf(
  status: LineStatus,
  { record, hasUnknownMode }: OwnReading,
  meta: EyeMeta | null,
): Header | null {
  if (status === 'invalid-utf8') return { kind: 'head-not-utf8' }
  if (hasUnknownMode) return { kind: 'unknown-mode' }
  if (meta !== null) return { kind: 'meta', meta }
  return record?.['type'] === 'response_item' ? { kind: 'item-first' } : null
}

function toEyeMeta(record: JsonObject | null): EyeMeta | null {
  const payload = record?.['payload']
  if (!isJsonObject(payload)) return null
  const { id, history_mode: mode, source, model_provider: provider } = payload
  return {
    id: canonicalId(String(id)),
    isPaginated: mode === 'paginated',
    source,
    provider: typeof provider === 'string' ? provider : null,
    hasBase: isJsonObject(payload['history_base']),
  }
}

/** A UUID in the one form in which Codex writes it. */
function canonicalId(id: string): string {
  const digits = id.replace(/[{}-]/g, '').toLowerCase()
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
