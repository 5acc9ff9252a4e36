/** Readable line: the readable form of one line, made in the worker that holds its bytes and cut to what a window shows. */
import { parseJson } from '../../shared/parseJson'
import { clipReadable, windowLimits } from '../../shared/rollout/readable/clipReadable'
import type { NoticeBlock, Readable } from '../../shared/rollout/readable/readable'
import { toReadable } from '../../shared/rollout/readable/toReadable'
import { ok, type Result } from '../../shared/result'
import type { ScannedLine } from '../scanner/scanLines'
import { repeatedKeys } from '../scanner/repeatedKeys'
import type { ByteSource } from '../source/byteSource'

/** Longest line that is decoded as a whole. */
export const readableBytes = 32 * 1024 * 1024
/** Repeated keys that are named. */
const keysNamed = 5

/**
 * Reads a line again and says what it says. Null where it is not one JSON value, or is longer than `readableBytes`.
 * The line is held as a whole, for as long as this takes.
 */
export function readReadable(source: ByteSource, line: ScannedLine): Result<Readable | null> {
  const isValue =
    line.status === 'record' || line.status === 'unterminated' || line.status === 'json-not-record'
  if (!isValue || line.byteLength > readableBytes) return ok(null)
  const bytes = Buffer.alloc(line.byteLength)
  const read = source.read(bytes, 0, bytes.length, line.byteOffset)
  if (!read.ok) return read
  const text = bytes.toString('utf8', 0, read.value).trim()
  const value = parseJson(text)
  if (value === undefined) return ok(null)
  const readable = clipReadable(toReadable(value), windowLimits)
  const repeated = repeatedKeys(text, keysNamed)
  return ok(
    repeated.length === 0
      ? readable
      : { ...readable, blocks: [repeatedNotice(repeated), ...readable.blocks] },
  )
}

function repeatedNotice(names: readonly string[]): NoticeBlock {
  const list = names.join(', ').slice(0, 200)
  const text = `Recorded more than once in one object: ${list}. Shown here is the last value of each; Structured and Raw show all.`
  return { kind: 'notice', tone: 'caution', text, pointer: '' }
}
