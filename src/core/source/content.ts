/**
 * Content: what a rollout says, as bytes that can be read anywhere. For a plain file that is the file itself; for a
 * `.jsonl.zst` its decompressed form in the cache. Nothing outside this room knows the difference.
 */
import { err, ok, type Result } from '../../shared/result'
import type { RolloutForm } from '../../shared/rollout/formats'
import type { FileSystem } from '../platform/fileSystem'
import type { Task } from '../jobs/task'
import { openByteSource, toIdentity, type ByteSource, type FileIdentity } from './byteSource'
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
  readonly modifiedMs: number
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
  run: async ({ reference, cacheFolder }, context) => {
    const { path, label, expected } = reference
    const opened = openByteSource(context.fileSystem, path, label, expected)
    if (!opened.ok) return opened
    const source = opened.value
    try {
      const head = Buffer.alloc(4)
      const read = source.read(head, 0, 4, 0)
      if (!read.ok) return read
      const isCompressed = looksLikeZstd(head.subarray(0, read.value))
      const hasName = path.endsWith('.zst')
      const plain: Content = {
        reference,
        contentPath: path,
        contentBytes: source.sizeBytes,
        form: hasName ? 'jsonl.zst' : 'jsonl',
        identity: toIdentity(source.stat),
        modifiedMs: source.stat.modifiedMs,
        issues: hasName && source.sizeBytes > 0 ? [notCompressed] : [],
      }
      if (!isCompressed) return ok(plain)
      const cached = await cachedContent(source, cacheFolder, (done) => {
        context.report({ done, total: source.sizeBytes })
        return !context.isCancelled()
      })
      if (!cached.ok) return cached
      const { path: contentPath, contentBytes, issues } = cached.value
      return ok({ ...plain, form: 'jsonl.zst', contentPath, contentBytes, issues })
    } finally {
      source.close()
    }
  },
}

const notCompressed: SourceIssue = {
  rule: 'source/not-compressed',
  message: 'The name ends in .zst, but the file is not compressed. It is read as it is.',
  storedOffset: 0,
}

/** How the file on disk compares with what was opened. */
export const compareContent: Task<
  { readonly content: Content },
  {
    readonly state: 'same' | 'grown' | 'shrunk' | 'rewritten' | 'replaced' | 'gone'
    readonly sizeBytes: number
  }
> = {
  name: 'source.compareContent',
  run: ({ content }, { fileSystem }) => {
    const { path, label } = content.reference
    const opened = openByteSource(fileSystem, path, label)
    if (!opened.ok) {
      if (opened.error.code === 'not-found') return ok({ state: 'gone', sizeBytes: 0 })
      return err(opened.error)
    }
    const { stat } = opened.value
    opened.value.close()
    const now = toIdentity(stat)
    const then = content.identity
    const state = (): 'same' | 'grown' | 'shrunk' | 'rewritten' | 'replaced' => {
      if (now.device !== then.device || now.inode !== then.inode) return 'replaced'
      if (now.sizeBytes > then.sizeBytes) return 'grown'
      if (now.sizeBytes < then.sizeBytes) return 'shrunk'
      return now.modifiedNs === then.modifiedNs ? 'same' : 'rewritten'
    }
    return ok({ state: state(), sizeBytes: now.sizeBytes })
  },
}
