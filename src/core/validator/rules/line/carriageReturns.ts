import { type Draft, type Rule, nothing } from '../../rule'
import { carriageReturn } from './carriageReturn'

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
