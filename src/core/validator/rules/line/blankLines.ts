import { FewDrafts } from '../../fewDrafts'
import { bytesText, lineDraft, nothing, type Draft, type FileFacts, type Rule } from '../../rule'

/** Lines of nothing or of white space. */
export const blankLines: Rule = {
  info: {
    id: 'line/blank',
    severity: 'info',
    title: 'Blank line',
    explanation: 'A line holds nothing, or only white space. Codex writes no such lines: something else did.',
    remedy: 'None is needed. It is a trace of an editor or a script.',
    source: 'Measured with Codex 0.169.0.',
    example: 'An empty line between two records.',
    codex: 'Reads the session as if the line were not there.',
  },
  plain: [],
  start: () => {
    const drafts = new FewDrafts()
    let blank = 0
    const end = (file: FileFacts): readonly Draft[] => {
      // A file of blank lines alone is another rule's finding.
      return blank === file.lineCount && file.unread === null ? nothing : drafts.end()
    }
    return {
      onLine: (line) => {
        const { status, byteLength } = line.line
        if (status !== 'blank') return nothing
        blank += 1
        if (line.foreign !== null) return nothing
        drafts.add(
          lineDraft(
            line,
            byteLength === 1 ? 'The line is empty.' : `${bytesText(byteLength)} of white space.`,
          ),
        )
        return nothing
      },
      onEnd: end,
      onPart: end,
    }
  },
  codex: () => ({ outcome: 'reads', note: 'Reads the session as if the line were not there.' }),
}
