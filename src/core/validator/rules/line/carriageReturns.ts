import { nothing, type Draft, type Rule, type RuleLine } from '../../rule'

const carriageReturn = 0x0d

/** Lines that end with CR LF. */
export const carriageReturns: Rule = {
  info: {
    id: 'line/crlf',
    severity: 'warning',
    title: 'Lines end with CR LF',
    explanation:
      'A carriage return stands before the line feed. Codex writes line feeds alone, on Windows too: a transfer or an editor has rewritten the file. Its bytes are no longer those that Codex wrote, and byte offsets in other files that point into it have moved.',
    remedy: 'Look for a copy that was not converted; compare hashes with that.',
    source: 'Measured with Codex 0.169.0.',
    example: '{"timestamp":…}\\r\\n',
    codex: 'Reads the lines; what it appends ends with a line feed alone.',
  },
  plain: [],
  start: () => {
    let count = 0
    let first: Omit<Draft, 'message'> | null = null
    const end = (file: { readonly lineCount: number }): readonly Draft[] => {
      if (first === null) return nothing
      const all = count === file.lineCount ? 'Every line' : `${count.toLocaleString('en')} of the lines`
      const verb = all === 'Every line' ? 'ends' : count === 1 ? 'ends' : 'end'
      return [
        {
          ...first,
          message: `${count === 1 && all !== 'Every line' ? 'This line' : all} ${verb} with CR LF.`,
        },
      ]
    }
    return {
      onLine: ({ line: { bytes, lineNumber, byteOffset, byteLength, status } }) => {
        const isEnded = bytes[bytes.length - 1] === carriageReturn && byteLength === bytes.length + 1
        if (!isEnded || status === 'blank') return nothing
        count += 1
        first ??= { lineNumber, byteOffset: byteOffset + bytes.length - 1, byteLength: 1 }
        return nothing
      },
      onEnd: end,
      onPart: end,
    }
  },
  codex: () => ({ outcome: 'reads', note: 'Reads the lines; what it appends ends with a line feed alone.' }),
}

/** Records that are ended by CR alone, so that all of them are one line. */
export const loneCarriageReturns: Rule = {
  info: {
    id: 'line/cr',
    severity: 'error',
    title: 'Records end with CR alone',
    explanation:
      'Records are ended by a carriage return and no line feed, as very old systems did. To a reader of lines all of them are one line.',
    remedy:
      'Look for a copy that was not converted. In a copy, each carriage return can be made a line feed again.',
    source: 'Measured with Codex 0.169.0.',
    example: '{"timestamp":…}\\r{"timestamp":…}\\r',
    codex:
      'Loses all records on the line; where the whole file is so, it neither lists, reads nor resumes it.',
  },
  plain: [],
  start: () => ({
    onLine: (line) => {
      if (line.line.status !== 'glued') return nothing
      const at = loneReturn(line)
      if (at === null) return nothing
      const count = line.line.spans.length.toLocaleString('en')
      return [
        {
          lineNumber: line.line.lineNumber,
          byteOffset: at,
          byteLength: 1,
          message: `${count} records on this line are ended by CR without LF; this is the first.`,
        },
      ]
    },
  }),
  codex: () => ({ outcome: 'skips', note: 'Loses every record on this line.' }),
}

/** Returns the offset of the first carriage return between two values of a glued line; null for another kind of glue. */
export function loneReturn({ line: { spans, bytes, byteOffset } }: RuleLine): number | null {
  const second = spans.find((span, index) => index > 0 && span.kind === 'glued')
  if (second === undefined) return null
  let at = second.byteOffset - byteOffset - 1
  while (isSpace(bytes[at])) at -= 1
  return bytes[at] === carriageReturn ? byteOffset + at : null
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09
}
