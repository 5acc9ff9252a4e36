/**
 * Content: what a rollout says, as bytes that can be read anywhere. For a plain file that is the file itself; for a
 * `.jsonl.zst` its decompressed form in the cache. Nothing outside this room knows the difference.
 */
import { createHash } from 'node:crypto'
import { ok, type Result } from '../../shared/result'
import type { RolloutForm } from '../../shared/rollout/formats'
import type { FileSystem } from '../platform/fileSystem'
import type { Task } from '../jobs/task'
import { isSameFile, openByteSource, toIdentity, type ByteSource, type FileIdentity } from './byteSource'
import type { SourceIssue } from './issue'
import { cachedContent } from './zstdCache'
import { looksLikeZstd } from './zstdFrame'

/** A granted file: where it is, what to call it, and which inode it has to be. */
export interface FileReference {
  readonly path: string
  readonly label: string
  /** Null until the file was first looked at. */
  readonly expected: Pick<FileIdentity, 'device' | 'inode'> | null
}

/** Readable content. `contentPath` is the file itself or a cache entry; `identity` is that of the stored file. */
export interface Content {
  readonly reference: FileReference
  readonly contentPath: string
  readonly contentBytes: number
  readonly form: RolloutForm
  readonly identity: FileIdentity
  /** Hash of the first and the last bytes as they were, by which a rewrite is told from growth. */
  readonly fingerprint: string
  readonly modifiedMs: number
  /** Permission bits of the stored file. */
  readonly mode: number
  readonly issues: readonly SourceIssue[]
}

/** Opens the content for reading; the caller closes it. A file that took the granted one's place is refused. */
export function openContent(fileSystem: FileSystem, content: Content): Result<ByteSource> {
  const { contentPath, reference } = content
  const isFileItself = contentPath === reference.path
  return openByteSource(fileSystem, contentPath, reference.label, isFileItself ? reference.expected : null)
}

/** Makes a granted file readable: checks that it is still the granted one and decompresses it when it is compressed. */
export const prepareContent: Task<
  { readonly reference: FileReference; readonly cacheFolder: string },
  Content,
  { readonly done: number; readonly total: number }
> = {
  name: 'source.prepareContent',
  run: async (input, context) => {
    const opened = openReference(context.fileSystem, input.reference)
    if (!opened.ok) return opened
    try {
      return await contentOf(opened.value, input, context)
    } finally {
      opened.value.close()
    }
  },
}

/** Opens a granted file, which the caller closes. Another file in its place is refused. */
export function openReference(
  fileSystem: FileSystem,
  { path, label, expected }: FileReference,
): Result<ByteSource> {
  return openByteSource(fileSystem, path, label, expected)
}

/** Says what the content of an open file is, and decompresses it into the cache when it is compressed. */
export async function contentOf(
  source: ByteSource,
  { reference, cacheFolder }: { readonly reference: FileReference; readonly cacheFolder: string },
  context: {
    readonly isCancelled: () => boolean
    readonly report: (progress: { readonly done: number; readonly total: number }) => void
  },
): Promise<Result<Content>> {
  const fingerprint = fingerprintOf(source, source.sizeBytes)
  if (!fingerprint.ok) return fingerprint
  const head = Buffer.alloc(4)
  const read = source.read(head, 0, 4, 0)
  if (!read.ok) return read
  const hasName = reference.path.endsWith('.zst')
  const plain: Content = {
    reference,
    contentPath: reference.path,
    contentBytes: source.sizeBytes,
    form: hasName ? 'jsonl.zst' : 'jsonl',
    identity: toIdentity(source.stat),
    fingerprint: fingerprint.value,
    modifiedMs: source.stat.modifiedMs,
    mode: source.stat.mode,
    issues: hasName && source.sizeBytes > 0 ? [notCompressed] : [],
  }
  if (!looksLikeZstd(head.subarray(0, read.value))) return ok(plain)
  const cached = await cachedContent(source, cacheFolder, (done) => {
    context.report({ done, total: source.sizeBytes })
    return !context.isCancelled()
  })
  if (!cached.ok) return cached
  const { path: contentPath, contentBytes, issues } = cached.value
  return ok({ ...plain, form: 'jsonl.zst', contentPath, contentBytes, issues })
}

const notCompressed: SourceIssue = {
  rule: 'source/not-compressed',
  message: 'The name ends in .zst, but the file is not compressed. It is read as it is.',
  storedOffset: 0,
}

/** Bytes at either end of a file that its fingerprint covers. */
const fingerprintBytes = 4096

/** Hashes the first bytes of a file, and the last ones before `endByte`. */
function fingerprintOf(source: ByteSource, endByte: number): Result<string> {
  const hash = createHash('sha256')
  const length = Math.min(fingerprintBytes, endByte)
  const bytes = Buffer.alloc(length)
  for (const position of [0, endByte - length]) {
    const read = source.read(bytes, 0, length, position)
    if (!read.ok) return read
    hash.update(bytes.subarray(0, read.value))
  }
  return ok(hash.digest('hex'))
}

/** True when the first and the last bytes that content was opened with still stand where they stood. */
export function keepsItsEnds(source: ByteSource, { fingerprint, identity }: Content): boolean {
  const now = fingerprintOf(source, identity.sizeBytes)
  return now.ok && now.value === fingerprint
}

/** How a file on disk compares with what was opened: times alone prove nothing, because they can be set. */
export type ContentState = 'same' | 'grown' | 'shrunk' | 'rewritten' | 'replaced' | 'gone'

/**
 * Compares the file on disk with what was opened. `rewritten` is one whose first or last bytes are others, or whose
 * size is the same and whose times are not: it may hold other bytes in between.
 */
export const compareContent: Task<
  { readonly content: Content },
  { readonly state: ContentState; readonly sizeBytes: number }
> = {
  name: 'source.compareContent',
  run: ({ content }, { fileSystem }) => {
    const { path, label } = content.reference
    const opened = openByteSource(fileSystem, path, label)
    if (!opened.ok) {
      return opened.error.code === 'not-found' ? ok({ state: 'gone', sizeBytes: 0 }) : opened
    }
    const source = opened.value
    try {
      const state = compare(source, content)
      return state.ok ? ok({ state: state.value, sizeBytes: source.sizeBytes }) : state
    } finally {
      source.close()
    }
  },
}

function compare(source: ByteSource, content: Content): Result<ContentState> {
  const now = toIdentity(source.stat)
  const then = content.identity
  if (!isSameFile(now, then)) return ok('replaced')
  if (now.sizeBytes < then.sizeBytes) return ok('shrunk')
  if (now.changedNs === then.changedNs && now.modifiedNs === then.modifiedNs) return ok('same')
  const fingerprint = fingerprintOf(source, then.sizeBytes)
  if (!fingerprint.ok) return fingerprint
  if (fingerprint.value !== content.fingerprint) return ok('rewritten')
  return ok(now.sizeBytes > then.sizeBytes ? 'grown' : 'rewritten')
}
