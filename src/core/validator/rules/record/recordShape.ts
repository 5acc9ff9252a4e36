import { tooLargeNumber } from '../../../../shared/rollout/shapeNotes'
import { codexSkip } from '../../codexSkip'
import { shapePlaces } from '../../shapeText'
import { lineDraft, nothing, type Rule } from '../../rule'

/** A record with members that are missing or of another type than Codex writes. */
export const recordShape: Rule = {
  info: {
    id: 'record/shape',
    severity: 'warning',
    title: 'Record is not as specified',
    explanation:
      'Something that every record of this type has is missing, or is of another type. Codex is not known to mind; where it does, the finding is record/codex-skips. The rest of the line is shown all the same.',
    remedy: 'Compare the line with others of its type.',
    source: 'The schemas of Rollscope, after what Codex versions were seen to write.',
    example: '{"type":"agent_message","message":"Done.","phase":5}',
    codex: null,
  },
  plain: [],
  start: () => ({
    onLine: (line) => {
      if (line.shape === null || line.shape.rejections.length === 0) return nothing
      // What Codex requires of a session meta is another rule's finding; so are an ordinal and how a number is written.
      const rejections = line.shape.rejections.filter(
        (fault) =>
          fault.pointer !== '/ordinal' &&
          !fault.message.endsWith(tooLargeNumber) &&
          !line.metaFaults.includes(fault),
      )
      // A record that Codex loses is another rule's finding, too.
      if (rejections.length === 0 || codexSkip(line) !== null) return nothing
      return [lineDraft(line, `${line.shape.label ?? 'The line'}: ${shapePlaces(rejections)}.`)]
    },
  }),
  codex: () => null,
}
