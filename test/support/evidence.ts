/** Evidence: everything about a folder that reading it must not change. Access times are the reader's trace and left out. */
import { createHash } from 'node:crypto'
import { lstat, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/** What one file or folder was like. */
export interface EvidenceEntry {
  readonly path: string
  readonly sha256: string | null
  readonly sizeBytes: string
  readonly modifiedNs: string
  readonly changedNs: string
  readonly inode: string
  readonly mode: string
}

/** Describes a folder and all that lies in it, in the order of the names. */
export async function describeEvidence(folder: string): Promise<readonly EvidenceEntry[]> {
  const names = await readdir(folder, { recursive: true })
  const entries: EvidenceEntry[] = []
  for (const name of ['.', ...names.sort()]) {
    const file = path.join(folder, name)
    const facts = await lstat(file, { bigint: true })
    entries.push({
      path: name,
      sha256: facts.isFile()
        ? createHash('sha256')
            .update(await readFile(file))
            .digest('hex')
        : null,
      sizeBytes: String(facts.size),
      modifiedNs: String(facts.mtimeNs),
      changedNs: String(facts.ctimeNs),
      inode: String(facts.ino),
      mode: facts.mode.toString(8),
    })
  }
  return entries
}
