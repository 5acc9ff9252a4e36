/**
 * Index file: the entries of `session_index.jsonl`, to which Codex appends the names of sessions, and what is wrong with its
 * lines (ROLLOUT-FORMAT 1.1). It is no rollout, so rules about rollouts do not see it.
 */
import { join } from 'node:path'
import { ok, type Result } from '../../shared/result'
import { isJsonObject } from '../../shared/rollout/rolloutLine'
import type { FileSystem } from '../platform/fileSystem'
import { scanLines, type ScannedLine } from '../scanner/scanLines'
import { openByteSource } from '../source/byteSource'
import type { FindingList } from './findingList'
import { indexDamaged } from './homeRules'

/** The name of the file in a home. */
export const indexFileName = 'session_index.jsonl'

/** Most ids whose names are held: some 100 MB. */
const mostNames = 500_000

/** The names that the index gives to sessions. */
export interface SessionIndex {
  /** The last name for each id; an empty one takes the name away. */
  readonly names: ReadonlyMap<string, string>
  /** True when there were more ids than are held. */
  readonly isPart: boolean
}

/** Reads the index, and notes its damaged lines. A home without one has no names. */
export function readIndex(fileSystem: FileSystem, home: string, findings: FindingList): Result<SessionIndex> {
  const names = new Map<string, string>()
  let isPart = false
  const opened = openByteSource(fileSystem, join(home, indexFileName), indexFileName)
  if (!opened.ok) return opened.error.code === 'not-found' ? ok({ names, isPart }) : opened
  try {
    const scanned = scanLines(opened.value, {}, (line) => {
      const entry = entryOf(line.value)
      const fault = faultOf(line, entry !== null)
      if (fault !== null) findings.add(indexDamaged, faultText(line, fault), [indexFileName])
      if (entry === null) return true
      if (names.size < mostNames || names.has(entry.id)) names.set(entry.id, entry.name)
      else isPart = true
      return true
    })
    return scanned.ok ? ok({ names, isPart }) : scanned
  } finally {
    opened.value.close()
  }
}

function entryOf(value: unknown): { readonly id: string; readonly name: string } | null {
  if (!isJsonObject(value)) return null
  const { id, thread_name: name } = value
  return typeof id === 'string' && typeof name === 'string' ? { id: id.toLowerCase(), name } : null
}

/** Says what is wrong with a line, null for nothing. White space between lines takes no name away. */
function faultOf({ status, value }: ScannedLine, isEntry: boolean): string | null {
  switch (status) {
    case 'blank':
      return null
    case 'record':
    case 'json-not-record':
      return isEntry ? null : 'is JSON, but has no id and thread_name'
    case 'unterminated':
      return isEntry ? 'has no line feed at its end' : 'is JSON, but has no id and thread_name'
    case 'bom':
      return 'starts with a byte-order mark'
    case 'torn':
    case 'pending':
      return 'breaks off'
    case 'invalid-utf8':
      return 'holds bytes that are not UTF-8'
    case 'nul':
      return 'holds NUL bytes'
    case 'glued':
      return 'holds more than one entry'
    case 'oversized':
      return 'is far too long for a name'
    case 'not-json':
    case 'frame-error':
      return value === undefined ? 'is not JSON' : 'is no entry'
  }
}

function faultText({ lineNumber, byteOffset, byteLength }: ScannedLine, fault: string): string {
  const place = `Line ${String(lineNumber)} (${byteLength.toLocaleString('en')} bytes from byte ${byteOffset.toLocaleString('en')} on)`
  return `${place} ${fault}.`
}
