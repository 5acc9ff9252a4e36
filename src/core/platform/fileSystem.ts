/**
 * File system: the seam through which core looks at evidence. It can only read.
 *
 * There is no way to write, rename or delete here, so no reading room can touch evidence by mistake.
 * Calls are synchronous because they run in worker threads, where they cost a third of the asynchronous ones.
 * They throw `NodeJS.ErrnoException` as Node does; callers turn that into a value through `attempt`.
 * Tests wrap this interface to inject faults.
 */
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  readdirSync,
  realpathSync,
} from 'node:fs'
import type { BigIntStats } from 'node:fs'

/** What an entry is; a link is not followed to tell. */
export type EntryKind = 'file' | 'directory' | 'link' | 'other'

/** What identifies a state of a file. Numbers of the kernel are kept as text: they exceed what a number holds exactly. */
export interface FileStat {
  readonly kind: EntryKind
  readonly sizeBytes: number
  readonly modifiedMs: number
  readonly modifiedNs: string
  readonly changedNs: string
  readonly inode: string
  readonly device: string
  /** Permission bits as POSIX has them. */
  readonly mode: number
}

/** One name in a directory. */
export interface DirectoryEntry {
  readonly name: string
  readonly kind: EntryKind
}

export interface FileSystem {
  /** Opens for reading only and never waits, not even on a named pipe. Does not follow a link at the end of the path. */
  open(path: string): number
  close(descriptor: number): void
  stat(descriptor: number): FileStat
  /** Reads up to `length` bytes at `position`; 0 means the end of the file. */
  read(descriptor: number, into: Uint8Array, offset: number, length: number, position: number): number
  /** Looks at an entry itself, not at what a link points to. */
  lookAt(path: string): FileStat
  /** Lists a directory in no particular order. */
  list(path: string): readonly DirectoryEntry[]
  /** Returns the canonical path, all links resolved. */
  canonical(path: string): string
}

const readOnly = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW
/** Keeps even the access time of evidence as it is, where the system offers that (Linux) and we own the file. */
const withoutAccessTime = readOnly | (process.platform === 'linux' ? constants.O_NOATIME : 0)

function openReadOnly(path: string): number {
  try {
    return openSync(path, withoutAccessTime)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error
    return openSync(path, readOnly)
  }
}

function entryKind(entry: {
  isFile(): boolean
  isDirectory(): boolean
  isSymbolicLink(): boolean
}): EntryKind {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'directory'
  return entry.isSymbolicLink() ? 'link' : 'other'
}

function toFileStat(stats: BigIntStats): FileStat {
  return {
    kind: entryKind(stats),
    sizeBytes: Number(stats.size),
    modifiedMs: Number(stats.mtimeNs / 1_000_000n),
    modifiedNs: String(stats.mtimeNs),
    changedNs: String(stats.ctimeNs),
    inode: String(stats.ino),
    device: String(stats.dev),
    mode: Number(stats.mode) & 0o7777,
  }
}

/** The real file system of this machine. */
export const nodeFileSystem: FileSystem = {
  open: openReadOnly,
  close: closeSync,
  stat: (descriptor) => toFileStat(fstatSync(descriptor, { bigint: true })),
  read: (descriptor, into, offset, length, position) => readSync(descriptor, into, offset, length, position),
  lookAt: (path) => toFileStat(lstatSync(path, { bigint: true })),
  list: (path) =>
    readdirSync(path, { withFileTypes: true }).map((entry) => ({ name: entry.name, kind: entryKind(entry) })),
  canonical: (path) => realpathSync.native(path),
}
