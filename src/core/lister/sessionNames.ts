/**
 * Session names from `session_index.jsonl`: the last line for an id wins, garbage lines are passed over, as Codex does
 * (ROLLOUT-FORMAT 1.1). A missing or unreadable index means that sessions have no names, which is how Codex shows them.
 */
import { join } from 'node:path'
import { isJsonObject } from '../../shared/rollout/rolloutLine'
import type { FileSystem } from '../platform/fileSystem'
import { scanLines } from '../scanner/scanLines'
import { openByteSource } from '../source/byteSource'

/** Returns pairs of session id and name, one for each id. */
export function readSessionNames(
  fileSystem: FileSystem,
  home: string,
): readonly (readonly [string, string])[] {
  const opened = openByteSource(fileSystem, join(home, 'session_index.jsonl'), 'session_index.jsonl')
  if (!opened.ok) return []
  const names = new Map<string, string>()
  try {
    scanLines(opened.value, {}, ({ value }) => {
      if (isJsonObject(value)) {
        const id = value['id']
        const name = value['thread_name']
        if (typeof id === 'string' && typeof name === 'string') names.set(id, name)
      }
      return true
    })
  } finally {
    opened.value.close()
  }
  return [...names]
}
