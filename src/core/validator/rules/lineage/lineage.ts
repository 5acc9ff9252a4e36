import type { RuleInfo } from '../../../../shared/validation/report'
import { lineageSeverities, type LineageIssue } from '../../../lineage/lineageIssue'
import type { Rule } from '../../rule'

/** A rule that repeats what following the bases of a file found out. It stands at the header that names the base. */
function lineageRule(info: Omit<RuleInfo, 'severity'> & { readonly id: LineageIssue['rule'] }): Rule {
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

/** The file that holds the beginning of the history is not there. */
export const parentMissing = lineageRule({
  id: 'lineage/parent-missing',
  title: 'Base is missing',
  explanation:
    'The file holds only its own records and goes on from another rollout, which is not in the home (or folder) that it lies in, or cannot be read. The beginning of its history is not here.',
  remedy:
    'Look for the named rollout on the machine that the file comes from, and put a copy into the same home.',
  source: 'Measured with Codex 0.169.0.',
  example: '"history_base":{"thread_id":"(no file)",…}',
  codex: 'Lists the session, but fails to read and to resume it: "missing source rollout".',
})

/** The base ends before the place where the file goes on. */
export const baseShort = lineageRule({
  id: 'lineage/base-short',
  title: 'Base is too short',
  explanation:
    'The file goes on after an ordinal that its base does not reach: records between the two are in neither file.',
  remedy: 'Look for a longer copy of the base.',
  source: 'The format; not measured.',
  example: 'A base that ends with ordinal 12 where 22 are taken from it.',
  codex: null,
})

/** The byte at which the base is said to end does not lie behind a line feed. */
export const offsetOffLine = lineageRule({
  id: 'lineage/offset-off-line',
  title: 'Base does not end at a line',
  explanation:
    'The byte offset at which the base is said to end lies inside a line of it or behind its end: bytes of the base, or the offset, were changed. Which records belong to the history is told by their ordinals.',
  remedy: 'Find out whether the base was changed: converted line ends, an edit, a migration.',
  source: 'Measured with Codex 0.169.0.',
  example: '"end_byte_offset":86693, where a line ends at 86700',
  codex: 'Takes the records by their ordinals and says nothing, at least where the base ends with its file.',
})

/** Another record than the named one stands before the byte at which the base ends. */
export const wrongOrdinal = lineageRule({
  id: 'lineage/wrong-ordinal',
  title: 'Base ends at another record',
  explanation:
    'The ordinal and the byte offset at which the base is said to end do not name the same place. Which records belong to the history is told by their ordinals.',
  remedy: 'Compare the base with an older copy of it.',
  source: 'The format; not measured.',
  example: 'The record before byte 86700 has ordinal 20, not 21.',
  codex: null,
})

/** The bases lead back to a file that is among them. */
export const cycle = lineageRule({
  id: 'lineage/cycle',
  title: 'Bases go round in a circle',
  explanation:
    'Following the bases of the file leads back to a file that goes on from it. The history has no beginning.',
  remedy: 'Find out which of the files was changed: Codex makes no circles.',
  source: 'The format; not measured.',
  example: 'A goes on from B, and B goes on from A.',
  codex: null,
})
