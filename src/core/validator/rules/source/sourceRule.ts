import type { RuleInfo } from '../../../../shared/validation/report'
import type { SourceIssue } from '../../../source/issue'
import type { Rule } from '../../rule'

/** A rule that repeats what opening a compressed file found out. */
export function sourceRule(info: RuleInfo & { readonly id: SourceIssue['rule'] }): Rule {
  return {
    info,
    plain: [],
    start: () => ({
      onEnd: (file) =>
        file.issues
          .filter((issue) => issue.rule === info.id)
          .map(({ message }) => ({
            lineNumber: null,
            // Content that ended before its time is found where it ends; the rest is about the file.
            byteOffset: info.id === 'source/frame-error' ? file.contentBytes : 0,
            byteLength: 0,
            message,
          })),
    }),
    codex: () => null,
  }
}
