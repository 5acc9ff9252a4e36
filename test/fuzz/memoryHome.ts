/** Memory home: a file system of files in memory, and the check of one of them, without a disk and without workers. */
import { basename } from 'node:path'
import type { DirectoryEntry, FileStat, FileSystem } from '../../src/core/platform/fileSystem'
import type { Content } from '../../src/core/source/content'
import { lastMeasuredVersion } from '../../src/shared/rollout/codexEyes'
import { checkTask } from '../../src/core/validator/checkRollout'
import type { ValidationReport } from '../../src/shared/validation/report'

/** Files by their path below the home. */
export type HomeFiles = Readonly<Record<string, Uint8Array>>

const home = '/home'
/** Nothing is compressed here, so nothing is ever put there. */
const cacheFolder = '/nowhere'

/** Returns a file system that holds these files and nothing else. */
export function memoryFileSystem(files: HomeFiles): FileSystem {
  const paths = Object.keys(files)
  const bytesOf = (descriptor: number): Uint8Array => files[paths[descriptor] ?? ''] ?? new Uint8Array()
  return {
    open: (path) => {
      const at = paths.indexOf(path.slice(home.length + 1))
      if (at < 0) throw Object.assign(new Error('not there'), { code: 'ENOENT' })
      return at
    },
    close: () => undefined,
    stat: (descriptor) => statOf(bytesOf(descriptor).length, descriptor),
    read: (descriptor, into, offset, length, position) => {
      const piece = bytesOf(descriptor).subarray(position, position + length)
      into.set(piece, offset)
      return piece.length
    },
    lookAt: (path) => statOf(files[path.slice(home.length + 1)]?.length ?? 0, 0),
    list: (path) => entriesOf(paths, path.slice(home.length + 1)),
    canonical: (path) => path,
  }
}

function entriesOf(paths: readonly string[], folder: string): readonly DirectoryEntry[] {
  const start = `${folder}/`
  const entries = new Map<string, DirectoryEntry>()
  for (const path of paths) {
    if (!path.startsWith(start)) continue
    const [name = '', ...rest] = path.slice(start.length).split('/')
    entries.set(name, { name, kind: rest.length === 0 ? 'file' : 'directory' })
  }
  return [...entries.values()]
}

function statOf(sizeBytes: number, descriptor: number): FileStat {
  const inode = String(descriptor + 1)
  return {
    kind: 'file',
    sizeBytes,
    modifiedMs: 0,
    modifiedNs: '0',
    changedNs: '0',
    inode,
    device: '1',
    mode: 0o600,
  }
}

/**
 * Checks one file of a home as the task of a worker does, and returns its report.
 *
 * @throws Error where the check answers with an error, because nothing about bytes in memory can fail.
 */
export async function checkInMemory(files: HomeFiles, path: string): Promise<ValidationReport> {
  const fileSystem = memoryFileSystem(files)
  const checked = await checkTask.run(
    {
      content: contentOf(files, path),
      look: { cacheFolder, looksAround: true },
      nowMs: null,
      codex: lastMeasuredVersion,
    },
    { fileSystem, isCancelled: () => false, report: () => undefined },
  )
  if (!checked.ok) throw new Error(`The check failed: ${checked.error.code}: ${checked.error.message}`)
  return checked.value.report
}

function contentOf(files: HomeFiles, path: string): Content {
  const sizeBytes = files[path]?.length ?? 0
  const inode = String(Object.keys(files).indexOf(path) + 1)
  const identity = { device: '1', inode, sizeBytes, modifiedNs: '0', changedNs: '0' }
  return {
    reference: { path: `${home}/${path}`, label: basename(path), expected: identity },
    contentPath: `${home}/${path}`,
    contentBytes: sizeBytes,
    form: 'jsonl',
    identity,
    fingerprint: '',
    modifiedMs: 0,
    mode: 0o600,
    issues: [],
  }
}
