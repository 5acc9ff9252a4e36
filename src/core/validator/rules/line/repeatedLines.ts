import { crc32 } from 'node:zlib'
import { lineDraft, nothing, type Draft, type Rule, type RuleLine } from '../../rule'
import { SeenLines } from '../../seenLines'

/** Lines that stand in the file byte for byte before. */
export const repeatedLines: Rule = {
  info: {
    id: 'line/repeated',
    severity: 'warning',
    title: 'Lines repeated',
    explanation:
      'A record stands in the file twice, with the same time to the millisecond and the same bytes. It happened once and was written again: a retried write, or a file put together from two. The first 750,000 lines are compared with.',
    remedy: 'Count what the repeated lines tell once: messages, commands, tokens.',
    source: 'Every line that Codex was seen to write, but for session metadata.',
    example: 'The same {"timestamp":"2026-03-04T05:06:07.000Z",…} on lines 12 and 13.',
    codex: null,
  },
  start: ({ limits, holds }) => {
    const seen = new SeenLines()
    /** The run of repeated lines that goes on. */
    let run: { readonly draft: Draft; readonly first: number; lines: number; bytes: number } | null = null
    const close = (): readonly Draft[] => {
      if (seen.isFull) limits.meet('lines')
      if (run === null) return nothing
      const { draft, first, lines, bytes } = run
      run = null
      return [{ ...draft, byteLength: bytes, message: messageOf(first, draft.lineNumber ?? 0, lines) }]
    }
    return {
      onLine: (line) => {
        const key = keyOf(line)
        const { byteLength, bytes } = line.line
        const earlier = key === null ? null : seen.add(key, line.line, (offset) => holds(offset, bytes))
        if (earlier === null) return run === null ? nothing : close()
        if (run !== null && earlier === run.first + run.lines) {
          run.lines += 1
          run.bytes += byteLength
          return nothing
        }
        const closed = close()
        run = { draft: lineDraft(line, ''), first: earlier, lines: 1, bytes: byteLength }
        return closed
      },
      onEnd: close,
      onPart: close,
    }
  },
  codex: () => null,
}

function messageOf(first: number, line: number, lines: number): string {
  const from = first.toLocaleString('en')
  if (lines === 1) return `The same record stands on line ${from}.`
  const last = (first + lines - 1).toLocaleString('en')
  const end = (line + lines - 1).toLocaleString('en')
  return `Lines ${line.toLocaleString('en')} to ${end} are the same as lines ${from} to ${last}.`
}

/**
 * Returns a number that lines with other bytes seldom have, too: whether two are the same is found out by their bytes. Null
 * for what may stand twice in a sound file: lines without a time, and session metadata, which has rules of its own.
 */
function keyOf({ record, line }: RuleLine): number | null {
  if (record === null || record.type === 'session_meta') return null
  return (crc32(line.bytes) ^ line.byteLength) >>> 0
}
