import type { RuleInfo } from '../../../shared/validation/report'
import { lineageSeverities, type LineageIssue } from '../../lineage/lineageIssue'
import type { Rule } from '../rule'

/** A rule that repeats what following the bases of a file found out. It stands at the header that names the base. */
function lineageRule(info: Omit<RuleInfo, 'severity'> & { readonly id: LineageIssue['rule'] }): Rule {
  return {
    info: { ...info, severity: lineageSeverities[info.id] },
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

/** The file that holds the beginning of the history is not there. */
export const parentMissing = lineageRule({
  id: 'lineage/parent-missing',
  title: 'Base is missing',
  explanation:
    'The file holds only its own records and goes on from another rollout, which is not in the home (or folder) that it lies in, or cannot be read. The beginning of its history is not here.',
  codex: 'Lists the session, but fails to read and to resume it: "missing source rollout".',
})

/** The base ends before the place where the file goes on. */
export const baseShort = lineageRule({
  id: 'lineage/base-short',
  title: 'Base is too short',
  explanation:
    'The file goes on after an ordinal that its base does not reach: records between the two are in neither file.',
  codex: null,
})

/** The byte at which the base is said to end does not lie behind a line feed. */
export const offsetOffLine = lineageRule({
  id: 'lineage/offset-off-line',
  title: 'Base does not end at a line',
  explanation:
    'The byte offset at which the base is said to end lies inside a line of it or behind its end: bytes of the base, or the offset, were changed. Which records belong to the history is told by their ordinals.',
  codex: 'Takes the records by their ordinals and says nothing, at least where the base ends with its file.',
})

/** Another record than the named one stands before the byte at which the base ends. */
export const wrongOrdinal = lineageRule({
  id: 'lineage/wrong-ordinal',
  title: 'Base ends at another record',
  explanation:
    'The ordinal and the byte offset at which the base is said to end do not name the same place. Which records belong to the history is told by their ordinals.',
  codex: null,
})

/** The bases lead back to a file that is among them. */
export const cycle = lineageRule({
  id: 'lineage/cycle',
  title: 'Bases go round in a circle',
  explanation:
    'Following the bases of the file leads back to a file that goes on from it. The history has no beginning.',
  codex: null,
})
