/** Line bytes: what a line holds without its line feed, however long it is. */
import { err, ok, type Result } from '../../shared/result'
import { isWhiteSpace, lineFeed } from '../scanner/textBytes'
import type { ContentLine } from './exportContent'
import { changedWhileRead } from './sessionWork'

/** Reads exactly the bytes from `position` on; fewer mean that the content is not what it was. */
export function readExactly({ content }: ContentLine, position: number, length: number): Result<Buffer> {
  const bytes = Buffer.allocUnsafe(length)
  for (let at = 0; at < length;) {
    const read = content.read(bytes, at, length - at, position + at)
    if (!read.ok) return read
    if (read.value === 0) return err(changedWhileRead(content.label))
    at += read.value
  }
  return ok(bytes)
}

/** Length of a line without its line feed. */
export function textLength(line: ContentLine): Result<number> {
  if (isHeld(line)) return ok(line.bytes.length)
  const last = readExactly(line, line.byteOffset + line.byteLength - 1, 1)
  return last.ok ? ok(line.byteLength - (last.value[0] === lineFeed ? 1 : 0)) : last
}

/** True when `bytes` are the whole line. */
export function isHeld({ bytes, byteLength }: ContentLine): boolean {
  return bytes.length >= byteLength - 1
}

/** Hands a part of a line on, from `from` to `to`, in pieces whose length is a multiple of 3 but for the last. */
export function passOn(
  line: ContentLine,
  { from, to }: { readonly from: number; readonly to: number },
  take: (bytes: Buffer) => void,
): Result<null> {
  if (isHeld(line)) {
    take(line.bytes.subarray(from, to))
    return ok(null)
  }
  const pieceBytes = 3 * 256 * 1024
  for (let at = from; at < to; at += pieceBytes) {
    const read = readExactly(line, line.byteOffset + at, Math.min(pieceBytes, to - at))
    if (!read.ok) return read
    take(read.value)
  }
  return ok(null)
}

/** White space at either end of a line. */
export interface Edges {
  readonly before: Buffer
  readonly after: Buffer
}

/** Most white space that is looked for at either end of a line that is not held. */
const edgeBytes = 64

/** Returns the white space around what a line says, or null for a long line that has more of it than is looked for. */
export function edgesOf(line: ContentLine, length: number): Result<Edges | null> {
  const most = isHeld(line) ? length : Math.min(edgeBytes, length)
  const tail = isHeld(line) ? ok(line.bytes) : readExactly(line, line.byteOffset + length - most, most)
  if (!tail.ok) return tail
  const head = line.bytes.subarray(0, most)
  let start = 0
  while (start < head.length && isWhiteSpace(head[start] ?? 0)) start += 1
  let end = tail.value.length
  while (end > 0 && isWhiteSpace(tail.value[end - 1] ?? 0)) end -= 1
  if (start === head.length || end === 0) return ok(null)
  return ok({ before: head.subarray(0, start), after: tail.value.subarray(end) })
}
