import { isWhiteSpace } from '../../../scanner/textBytes'
import { FewDrafts } from '../../fewDrafts'
import { bytesText, lineDraft, nothing, type Draft, type Rule, type RuleLine } from '../../rule'
import { carriageReturn } from './carriageReturn'

/** White space before or behind a record on its line. */
export const whiteSpaceAround: Rule = {
  info: {
    id: 'line/white-space',
    severity: 'info',
    title: 'White space around a record',
    explanation:
      'Spaces or tabs stand before or behind the record on its line. Codex writes none: something else did.',
    remedy: 'None is needed. It is a trace of an editor or a script.',
    source: 'Measured with Codex 0.169.0.',
    example: '    {"timestamp":…}',
    codex: 'Reads it.',
  },
  plain: [],
  start: () => {
    const drafts = new FewDrafts()
    const end = (): readonly Draft[] => drafts.end()
    return {
      onLine: (line) => {
        const count = line.written === null ? 0 : spacesAround(line)
        if (count > 0) drafts.add(lineDraft(line, `${bytesText(count)} of white space around the record.`))
        return nothing
      },
      onEnd: end,
      onPart: end,
    }
  },
  codex: () => ({ outcome: 'reads', note: 'Reads it.' }),
}

/** Counts white space at both ends; a carriage return before the line feed is another rule's finding. */
function spacesAround({ line: { bytes, byteLength } }: RuleLine): number {
  const isEnded = byteLength > bytes.length && bytes[bytes.length - 1] === carriageReturn
  let end = isEnded ? bytes.length - 1 : bytes.length
  const length = end
  let start = 0
  while (start < end && isWhiteSpace(bytes[start] ?? 0)) start += 1
  while (end > start && isWhiteSpace(bytes[end - 1] ?? 0)) end -= 1
  return start + length - end
}
