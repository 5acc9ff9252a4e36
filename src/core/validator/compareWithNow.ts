/**
 * Comparison with now: a file is looked at again when it was read, because a report is about one state of it. What was
 * appended meanwhile is told apart; after any other change no hash is given, and the report says so.
 */
import { ok, type Result } from '../../shared/result'
import type { TaskContext } from '../jobs/task'
import type { ScanEnd } from '../scanner/scanLines'
import { isSameState, openByteSource, type ByteSource } from '../source/byteSource'
import { keepsItsEnds, type Content } from '../source/content'
import { hashSource } from '../source/hashSource'

/** How a file compares with what was read of it. */
export interface Compared {
  /** What was not read as one whole, null for nothing. */
  readonly unread: string | null
  /** By how much it has grown since; none of that was read. */
  readonly grownBytes: number
  /** Hash of what was read, null where that was no whole. */
  readonly contentSha256: string | null
  /** Hash of what lies on disk: the content's own for a plain file, another reading for a compressed one. */
  readonly sha256: string | null
}

/** What came of reading a content: why the reading ended, and the hash of all that was read. */
export interface ReadOnce {
  readonly content: Content
  readonly end: ScanEnd
  readonly sha256: string
}

type Context = Pick<TaskContext<never>, 'fileSystem' | 'isCancelled'>

/** Compares a content that was read with what is there now. Fails when that cannot be read, or the check was cancelled. */
export function compareWithNow(source: ByteSource, once: ReadOnce, context: Context): Result<Compared> {
  const { content, end } = once
  if (end !== 'end' || content.contentBytes > source.sizeBytes) return ok(notWhole(becameShorter))
  const isPlain = content.contentPath === content.reference.path
  return isPlain ? comparePlain(source, once, context) : compareCompressed(source, once, context)
}

/**
 * A file that is larger now was appended to, when what was read of it still stands there. Where it became larger during
 * the check, only a second reading tells that: its ends say nothing of what lies between.
 */
function comparePlain(
  source: ByteSource,
  { content, sha256 }: ReadOnce,
  { isCancelled }: Context,
): Result<Compared> {
  const { contentBytes } = content
  const now = source.restat()
  if (!now.ok) return ok(notWhole(changed))
  const isSame = isSameState(now.value, source.stat)
  const grownBytes = Math.max(0, now.value.sizeBytes - contentBytes)
  const whole: Compared = { unread: null, grownBytes, contentSha256: sha256, sha256 }
  if (isSame && grownBytes === 0) return ok(whole)
  if (grownBytes === 0 || !keepsItsEnds(source, content)) return ok(notWhole(changed))
  if (isSame) return ok(whole)
  const again = hashSource(source, contentBytes, isCancelled)
  if (!again.ok) return again
  return ok(again.value === sha256 ? whole : notWhole(changed))
}

/** The unpacked form is ours, and what it was made of must be as it was then. */
function compareCompressed(
  source: ByteSource,
  { content, sha256 }: ReadOnce,
  context: Context,
): Result<Compared> {
  if (!isUntouched(source)) return ok(notWhole(changed))
  const stored = hashStored(content, context)
  if (!stored.ok) return stored
  if (stored.value === null) return ok(notWhole(changedSince))
  return ok({ unread: null, grownBytes: 0, contentSha256: sha256, sha256: stored.value })
}

/** True when nobody wrote to the unpacked form. It may have lost its name: another check made it once more, or removed it. */
function isUntouched(source: ByteSource): boolean {
  const now = source.restat()
  const { sizeBytes, modifiedNs } = source.stat
  return now.ok && now.value.sizeBytes === sizeBytes && now.value.modifiedNs === modifiedNs
}

/** Hashes the file that a content was decompressed from; null when it is not in the state in which that was done. */
function hashStored(
  { reference, identity }: Content,
  { fileSystem, isCancelled }: Context,
): Result<string | null> {
  const opened = openByteSource(fileSystem, reference.path, reference.label)
  if (!opened.ok) return opened
  const source = opened.value
  try {
    if (!isSameState(source.stat, identity)) return ok(null)
    const hash = hashSource(source, source.sizeBytes, isCancelled)
    if (!hash.ok) return hash
    const now = source.restat()
    return ok(now.ok && isSameState(now.value, identity) ? hash.value : null)
  } finally {
    source.close()
  }
}

function notWhole(unread: string): Compared {
  return { unread, grownBytes: 0, contentSha256: null, sha256: null }
}

const becameShorter = 'everything after the point where the file became shorter while it was read'
const changed = 'whether what was read belongs together: the file was changed while it was read'
const changedSince =
  'whether what was read is what the compressed file says: it was changed after it was decompressed'
