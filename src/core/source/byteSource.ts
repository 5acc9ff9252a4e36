/**
 * Byte source: one file, open for reading, with the size and identity it had when it was opened.
 *
 * Whoever opens one closes it. Reading is by position, so a source has no state that two readers could disturb.
 */
import { err, ok, type Result } from '../../shared/result'
import { attempt } from '../platform/attempt'
import type { FileStat, FileSystem } from '../platform/fileSystem'

/** Which file of this machine it is, and in which state. `isSameFile` and `isSameState` compare two. */
export interface FileIdentity {
  readonly device: string
  readonly inode: string
  readonly sizeBytes: number
  readonly modifiedNs: string
  readonly changedNs: string
}

export interface ByteSource {
  /** The file's name for messages. */
  readonly label: string
  /** Size when it was opened. */
  readonly sizeBytes: number
  readonly stat: FileStat
  /** Reads up to `length` bytes into `into` at `offset`; 0 at the end of the file. */
  read(into: Uint8Array, offset: number, length: number, position: number): Result<number>
  /** Looks at the file again through the open handle. */
  restat(): Result<FileStat>
  close(): void
}

/** Returns the identity of a file as it was looked at. */
export function toIdentity(stat: FileStat): FileIdentity {
  const { device, inode, sizeBytes, modifiedNs, changedNs } = stat
  return { device, inode, sizeBytes, modifiedNs, changedNs }
}

/** True when both are the same file, whatever happened to its content. */
export function isSameFile(
  a: Pick<FileIdentity, 'device' | 'inode'>,
  b: Pick<FileIdentity, 'device' | 'inode'>,
): boolean {
  return a.device === b.device && a.inode === b.inode
}

/** True when both are the same file with the same size and times. */
export function isSameState(a: FileIdentity, b: FileIdentity): boolean {
  return (
    isSameFile(a, b) &&
    a.sizeBytes === b.sizeBytes &&
    a.modifiedNs === b.modifiedNs &&
    a.changedNs === b.changedNs
  )
}

/**
 * Opens a regular file for reading. Directories, links, pipes and devices are refused with `not-a-file`.
 * When `expected` is given, a file that took the granted one's place is refused with `changed`.
 */
export function openByteSource(
  fileSystem: FileSystem,
  path: string,
  label: string,
  expected: Pick<FileIdentity, 'device' | 'inode'> | null = null,
): Result<ByteSource> {
  const opened = attempt(label, () => fileSystem.open(path))
  if (!opened.ok) return opened
  const descriptor = opened.value
  const looked = attempt(label, () => fileSystem.stat(descriptor))
  const refusal = looked.ok ? refuse(looked.value, label, expected) : looked
  if (refusal !== null || !looked.ok) {
    fileSystem.close(descriptor)
    return refusal ?? err({ code: 'io', message: `${label} could not be looked at.`, file: label })
  }
  return ok({
    label,
    sizeBytes: looked.value.sizeBytes,
    stat: looked.value,
    read: (into, offset, length, position) =>
      attempt(label, () => fileSystem.read(descriptor, into, offset, length, position)),
    restat: () => attempt(label, () => fileSystem.stat(descriptor)),
    close: () => {
      fileSystem.close(descriptor)
    },
  })
}

function refuse(
  stat: FileStat,
  label: string,
  expected: Pick<FileIdentity, 'device' | 'inode'> | null,
): Result<never> | null {
  if (stat.kind === 'directory') {
    return err({
      code: 'not-a-file',
      message: `${label} is a directory.`,
      file: label,
      hint: 'Open it as a folder, or name a file in it.',
    })
  }
  if (stat.kind !== 'file') {
    return err({
      code: 'not-a-file',
      message: `${label} is not a regular file.`,
      file: label,
      hint: 'Only regular files can be read as rollouts.',
    })
  }
  if (expected !== null && !isSameFile(stat, expected)) {
    return err({
      code: 'changed',
      message: `${label} is no longer the file that was listed: another file took its place.`,
      file: label,
      hint: 'List again to see what is there now.',
    })
  }
  return null
}
