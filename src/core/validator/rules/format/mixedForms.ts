import { lineShape } from '../../../../shared/rollout/rolloutLine'
import { lineDraft, nothing, type Draft, type Rule, type RuleLine } from '../../rule'

/** Lines of the bare form of 2025 among lines in envelopes, or the other way round. */
export const mixedForms: Rule = {
  info: {
    id: 'format/mixed',
    severity: 'warning',
    title: 'Lines of two forms',
    explanation:
      'The file holds lines in envelopes, with a time and a payload, and lines of the bare form of 2025. No version of Codex wrote both: lines of one file came into another.',
    remedy: 'Find the file that the lines came from; the lines themselves are shown all the same.',
    source: 'Every file that Codex was seen to write; openai/codex#38341.',
    example:
      '{"type":"message","role":"user","content":[…]} in a file of {"timestamp":"…","type":"…","payload":{…}}',
    codex: null,
  },
  start: () => {
    let form: 'envelope' | 'bare' | null = null
    /** The first line of the other form. */
    let first: Draft | null = null
    let count = 0
    return {
      onLine: (line) => {
        const own = line.record === null ? bareOf(line) : 'envelope'
        if (own === null || own === form) return nothing
        if (form === null) form = own
        else {
          first ??= lineDraft(line, '')
          count += 1
        }
        return nothing
      },
      onEnd: () => (first === null ? nothing : [{ ...first, message: messageOf(count, form === 'bare') }]),
    }
  },
  codex: () => null,
}

/** Only a line that is whole and in no envelope can be of the bare form. */
function bareOf({ shape, foreign, line }: RuleLine): 'bare' | null {
  if (shape === null || foreign !== null) return null
  return lineShape(line.value).startsWith('bare') ? 'bare' : null
}

function messageOf(count: number, isBareFile: boolean): string {
  const lines = count === 1 ? 'This line is' : `From here on, ${count.toLocaleString('en')} lines are`
  return isBareFile
    ? `${lines} in an envelope, in a file of the bare form.`
    : `${lines} of the bare form, in a file of lines in envelopes.`
}
