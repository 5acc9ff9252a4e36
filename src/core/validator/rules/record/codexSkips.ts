import { codexSkip } from '../../codexSkip'
import { shapePlaces } from '../../shapeText'
import { lineDraft, nothing, type Rule } from '../../rule'

/** A record that Codex cannot decode, and loses without a word. */
export const codexSkips: Rule = {
  info: {
    id: 'record/codex-skips',
    severity: 'error',
    title: 'Record that Codex loses',
    explanation:
      'The line is a whole record, and something in it that Codex needs is missing or of another type. Codex cannot decode it and goes on without it, silently: the model is not told of it, and nobody sees it there.',
    remedy:
      'Read the line here. Compare it with others of its type, and with another copy of the file: it was changed, or something else than Codex wrote it.',
    source: 'Measured with Codex 0.169.0, and read in its source.',
    example: '{"timestamp":"…","type":"event_msg","payload":{"type":"agent_message","message":5}}',
    codex: 'Skips the line without a word; where it is the session meta, it refuses the session.',
  },
  start: () => ({
    onLine: (line) => {
      const reason = codexSkip(line)
      if (reason === null) return nothing
      const places = shapePlaces(line.shape?.rejections ?? [])
      return [lineDraft(line, places === '' ? reason : `${reason} ${line.shape?.label ?? ''}: ${places}.`)]
    },
  }),
  codex: ({ lineNumber }, { metaLine }) =>
    lineNumber === metaLine
      ? { outcome: 'refuses', note: 'Fails to read the session: "failed to read session metadata".' }
      : { outcome: 'skips', note: 'Reads the session without this line.' },
}
