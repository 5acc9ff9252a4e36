/**
 * Export disk: the seam through which an export writes, and all that it can do: make new folders and new files, and take
 * away the draft that it made itself. Nothing here opens a file that exists.
 *
 * Calls throw `NodeJS.ErrnoException` as Node does; `writing.ts` turns that into values. Tests wrap this interface to
 * inject faults.
 */
import {
  closeSync,
  fsyncSync,
  futimesSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'

export interface ExportDisk {
  /** Makes a folder of mode 0700; fails when the name is taken. */
  makeFolder(path: string): void
  /** Makes a file of mode 0600 and opens it for writing; fails when the name is taken. */
  create(path: string): number
  /** Writes some of the bytes and returns how many. */
  write(descriptor: number, bytes: Uint8Array, offset: number, length: number): number
  /** Sets when a file was last changed, in seconds since 1970: a number that is exact to the microsecond. */
  setModified(descriptor: number, seconds: number): void
  /** Waits until the disk has what was written. */
  sync(descriptor: number): void
  close(descriptor: number): void
  /** Waits until the disk has the names in a folder, where the system offers that. */
  syncFolder(path: string): void
  /** Gives a folder another name. A folder with content, and anything that is no folder, is never replaced by it. */
  rename(from: string, to: string): void
  /** Gives a finished file a second name; fails when that name is taken, and where the disk knows no second names. */
  link(from: string, to: string): void
  /** Removes a draft and all that is in it. */
  removeDraft(path: string): void
}

/** The real disk of this machine. */
export const nodeExportDisk: ExportDisk = {
  makeFolder: (path) => {
    mkdirSync(path, { mode: 0o700 })
  },
  create: (path) => openSync(path, 'wx', 0o600),
  write: (descriptor, bytes, offset, length) => writeSync(descriptor, bytes, offset, length),
  setModified: (descriptor, seconds) => {
    futimesSync(descriptor, seconds, seconds)
  },
  sync: fsyncSync,
  close: closeSync,
  syncFolder: (path) => {
    // Windows opens no folders; its file systems keep names in a journal.
    if (process.platform === 'win32') return
    const descriptor = openSync(path, 'r')
    try {
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
  },
  rename: renameSync,
  link: linkSync,
  removeDraft: (path) => {
    rmSync(path, { recursive: true, force: true })
  },
}
