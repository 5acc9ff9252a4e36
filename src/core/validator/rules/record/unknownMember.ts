import { codexDecodes } from '../../../../shared/rollout/codexDecodes'
import { lineDraft, nothing, type Draft, type Rule, type RuleLine } from '../../rule'
import { quotedShort } from '../../shapeText'

/** Different members that are counted; lines with further ones are named one by one. */
const mostCounted = 500
/** Members that the message about one line names. */
const mostNamed = 5

/** Members that first occur in one line, and in how many lines each of them stands. */
interface FirstLine {
  readonly draft: Draft
  readonly members: Map<string, number>
}

/** Members of records that no schema knows. */
export const unknownMember: Rule = {
  info: {
    id: 'record/unknown-member',
    severity: 'info',
    title: 'Member that Rollscope does not know',
    explanation:
      'A record has a member that no Codex version that Rollscope knows writes: a newer one, another program, or a name that was changed. It is shown with the line. Each member is named once, where it occurs first, with the number of lines that have it.',
    remedy: 'None is needed where a newer Codex wrote the file. Look at a name that occurs once.',
    source: 'The schemas of Rollscope; measured with Codex 0.169.0.',
    example:
      '{"timestamp":"…","type":"event_msg","payload":{"type":"agent_message","message":"Done.","mood":1}}',
    codex: 'Reads the record and ignores the member.',
  },
  plain: [],
  start: () => {
    const lines = new Map<string, FirstLine>()
    const firsts: FirstLine[] = []
    return {
      onLine: (line) => {
        const keys = line.shape?.unknownKeys ?? []
        // A line that lacks something is named for that; a name that was changed is the other half of it.
        if (keys.length === 0 || line.foreign !== null || line.shape?.rejections.length !== 0) return nothing
        return observe(line, keys, { lines, firsts })
      },
      onEnd: () => firsts.map(({ draft, members }) => ({ ...draft, message: `${namesOf(members)}.` })),
    }
  },
  codex: () => ({ outcome: 'reads', note: 'Reads the record and ignores the member.' }),
}

/** Counts the members of a line by the first line that had each. Returns a draft where there is no room to count. */
function observe(
  line: RuleLine,
  keys: readonly string[],
  { lines, firsts }: { readonly lines: Map<string, FirstLine>; readonly firsts: FirstLine[] },
): readonly Draft[] {
  let own: FirstLine | null = null
  const uncounted = new Map<string, number>()
  for (const member of new Set(keys.map(withoutIndexes))) {
    const first = lines.get(member)
    if (first !== undefined) first.members.set(member, (first.members.get(member) ?? 0) + 1)
    else if (lines.size >= mostCounted) uncounted.set(member, 1)
    else {
      if (own === null) {
        if (isLost(line)) return nothing
        own = { draft: lineDraft(line, ''), members: new Map() }
        firsts.push(own)
      }
      own.members.set(member, 1)
      lines.set(member, own)
    }
  }
  return uncounted.size === 0 ? nothing : [lineDraft(line, `${namesOf(uncounted)}.`)]
}

/** True where Codex loses the line for another reason, which is a finding: of its members nothing is to be said. */
function isLost({ record }: RuleLine): boolean {
  return record !== null && codexDecodes(record.text, record.envelope).kind === 'skips'
}

/** One member in all entries of a list is one member. */
function withoutIndexes(pointer: string): string {
  return pointer.replaceAll(/\/\d+(?=\/)/g, '/*')
}

function namesOf(members: ReadonlyMap<string, number>): string {
  const named = [...members].slice(0, mostNamed).map(([member, count]) => {
    return quotedShort(member) + (count === 1 ? '' : ` (in ${count.toLocaleString('en')} lines, first here)`)
  })
  const more = members.size - named.length
  const what = members.size === 1 ? 'A member that no schema knows' : 'Members that no schema knows'
  return `${what}: ${named.join(', ')}${more > 0 ? `, and ${String(more)} more` : ''}`
}
