/**
 * Session names from `session_index.jsonl`: the last line for an id wins, garbage lines are passed over, as Codex does
 * (ROLLOUT-FORMAT 1.1). A home without an index has no names; an index that cannot be read is a problem of the listing.
 */
import { join } from 'node:path'
import { ok, type Result } from '../../shared/result'
import { isJsonObject } from '../../shared/rollout/rolloutLine'
import type { FileSystem } from '../platform/fileSystem'
import { scanLines } from '../scanner/scanLines'
import { openByteSource } from '../source/byteSource'

/** Returns pairs of session id and name, one for each id. */
export function readSessionNames(
  fileSystem: FileSystem,
  home: string,
): Result<readonly (readonly [string, string])[]> {
  const opened = openByteSource(fileSystem, join(home, 'session_index.jsonl'), 'session_index.jsonl')
  if (!opened.ok) return opened.error.code === 'not-found' ? ok([]) : opened
  const names = new Map<string, string>()
  try {
    const scanned = scanLines(opened.value, {}, ({ value }) => {
      if (!isJsonObject(value)) return true
      const id = value['id']
      const name = value['thread_name']
      if (typeof id === 'string' && typeof name === 'string') names.set(id, name)
      return true
    })
    return scanned.ok ? ok([...names]) : scanned
  } finally {
    opened.value.close()
  }
}
