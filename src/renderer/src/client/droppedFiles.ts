import type { Problem } from '../../../shared/session/session'
import type { DropSource } from './client'

/** Files found in a drop, and what could not be read of it. */
export interface DroppedFiles {
  readonly files: readonly File[]
  readonly problems: readonly Problem[]
}

/** True for names that a rollout can have. Inside a folder nothing else is sent to the host. */
export function isRolloutName(name: string): boolean {
  return /\.jsonl(\.zst)?$/i.test(name)
}

/**
 * Finds the files of a drop. Files dropped by themselves are taken whatever they are, so that the host can say
 * what is wrong with them; folders are walked for `*.jsonl` and `*.jsonl.zst`. Reads the drop before it returns,
 * because a browser forgets it with the event.
 */
export function droppedFiles(source: DropSource): Promise<DroppedFiles> {
  if (!(source instanceof DataTransfer)) return Promise.resolve({ files: [...source], problems: [] })
  const plain = Array.from(source.files)
  const entries = Array.from(source.items)
    .map((item) => item.webkitGetAsEntry())
    .filter((entry) => entry !== null)
  if (entries.length === 0) return Promise.resolve({ files: plain, problems: [] })
  return walkAll(entries)
}

async function walkAll(entries: readonly FileSystemEntry[]): Promise<DroppedFiles> {
  const files: File[] = []
  const problems: Problem[] = []
  for (const entry of entries) await walk(entry, true, files, problems)
  return { files, problems }
}

async function walk(entry: FileSystemEntry, top: boolean, files: File[], problems: Problem[]): Promise<void> {
  try {
    if (isFile(entry)) {
      if (top || isRolloutName(entry.name)) files.push(await fileOf(entry))
    } else if (isDirectory(entry)) {
      for (const child of await childrenOf(entry)) await walk(child, false, files, problems)
    }
  } catch {
    problems.push({
      code: 'permission-denied',
      severity: 'error',
      message: 'The browser may not read this.',
      path: entry.fullPath,
    })
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file(resolve, reject)
  })
}

/** A browser hands out a folder's entries a hundred at a time and ends with an empty batch. */
async function childrenOf(directory: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = directory.createReader()
  const children: FileSystemEntry[] = []
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject)
    })
    if (batch.length === 0) return children
    children.push(...batch)
  }
}
