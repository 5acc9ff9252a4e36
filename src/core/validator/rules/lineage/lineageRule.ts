import type { RuleInfo } from '../../../../shared/validation/report'
import { type LineageIssue, lineageSeverities } from '../../../lineage/lineageIssue'
import type { Rule } from '../../rule'

/** A rule that repeats what following the bases of a file found out. It stands at the header that names the base. */
export function lineageRule(info: Omit<RuleInfo, 'severity'> & { readonly id: LineageIssue['rule'] }): Rule {
  return {
    info: { ...info, severity: lineageSeverities[info.id] },
    plain: [],
    start: () => ({
      onEnd: ({ lineage }) =>
        lineage.issues
          .filter(({ rule }) => rule === info.id)
          .map(({ message }) => ({ ...lineage.place, message })),
    }),
    codex: ({ message }, { lineage }) =>
      lineage.issues.find((issue) => issue.message === message)?.codex ?? null,
  }
}
