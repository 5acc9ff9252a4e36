/** Review form: what was to be reviewed, and what the review found. */
import { badge, badgesBlock, factOf, factsBlock, fact, memberBlocks, textOf } from './blocks'
import type { Fields } from './fields'
import type { FlatForm, Form } from './form'
import type { InnerReadable } from './readable'
import { numberText } from './values'

/** The beginning of a review. */
export function reviewStartForm(fields: Fields): FlatForm {
  const target = fields.object('target')
  const type = target?.text('type') ?? null
  return {
    title: 'Review started',
    note: type,
    blocks: [
      ...textOf(fields, 'user_facing_hint', 'prose', { label: 'Shown to the user' }),
      ...(target === null ? [] : memberBlocks(target)),
    ],
  }
}

/** The end of a review, with its findings. */
export function reviewResultForm(fields: Fields): Form {
  const output = fields.object('review_output')
  if (output === null) return { title: 'Review ended', note: 'no result is recorded', blocks: [] }
  const findings = output.objects('findings')
  return {
    title: 'Review ended',
    note: output.text('overall_correctness'),
    blocks: [
      ...textOf(output, 'overall_explanation', 'prose', { label: 'Overall' }),
      ...factsBlock(factOf(output, 'overall_confidence_score', 'Confidence')),
      ...(findings === null
        ? []
        : [
            {
              kind: 'list' as const,
              label: findings.length === 1 ? '1 finding' : `${String(findings.length)} findings`,
              items: findings.map(toFinding),
              hiddenItems: 0,
              pointer: output.at('findings'),
            },
          ]),
    ],
  }
}

function toFinding(finding: Fields): InnerReadable {
  const location = finding.object('code_location')
  const range = location?.object('line_range')
  const [start, end] = [range?.number('start') ?? null, range?.number('end') ?? null]
  const lines = start === null ? null : `${numberText(start)} to ${end === null ? '…' : numberText(end)}`
  const priority = finding.scalar('priority')
  return {
    title: finding.text('title') ?? 'Finding without a title',
    note: null,
    recordKind: 'context',
    blocks: [
      ...badgesBlock(badge('Priority', priority, finding.at('priority'))),
      ...textOf(finding, 'body', 'prose'),
      ...factsBlock([
        ...(location === null ? [] : factOf(location, 'absolute_file_path', 'File')),
        ...fact('Lines', lines, location?.at('line_range') ?? finding.pointer),
        ...factOf(finding, 'confidence_score', 'Confidence'),
      ]),
    ],
    // What is left of a finding is named with the record it is part of.
    rest: [],
    restCount: 0,
  }
}
