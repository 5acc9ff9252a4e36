import { lineDraft, nothing, type Draft, type Rule, type RuleLine } from '../../rule'

/** A line that holds text, but not JSON. */
export const lineNotJson: Rule = {
  info: {
    id: 'line/not-json',
    severity: 'error',
    title: 'Line is not JSON',
    explanation: 'The line is text, but no JSON value. Whatever record stood here cannot be read.',
    remedy: 'Look at the bytes and at the lines beside it: half of a record may stand on each.',
    source: 'Measured with Codex 0.169.0.',
    example: '{"timestamp":"2026-03-04T05:06:07.000Z",}',
    codex: 'Skips the line without a word. When it is the first line, a resume is refused.',
  },
  plain: [],
  start: () => {
    // What the first line is the second may tell: it opens a session that is written over many lines.
    let held: readonly Draft[] = []
    return {
      onLine: (line) => {
        if (held.length === 0 && line.line.status === 'record') return nothing
        const before = line.foreign === null ? held : []
        const drafts = line.foreign === null ? draftsOf(line) : []
        held = line.line.lineNumber === 1 ? drafts : []
        return line.line.lineNumber === 1 ? [] : [...before, ...drafts]
      },
      onEnd: () => held,
    }
  },
  codex: () => ({
    outcome: 'skips',
    note: 'Reads the session without this line. Nothing is removed from the file.',
  }),
}

function draftsOf(line: RuleLine): readonly Draft[] {
  const { spans } = line.line
  const first = spans.find((span) => span.kind === 'not-json')
  if (first === undefined) return []
  const from = (first.fault ?? first).byteOffset.toLocaleString('en')
  return [lineDraft(line, `The line is not JSON from byte ${from} on.`)]
}
