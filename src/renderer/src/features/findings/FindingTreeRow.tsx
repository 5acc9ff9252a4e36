import { memo, type CSSProperties, type ReactNode, type Ref } from 'react'
import { assertNever } from '../../../../shared/assertNever'
import type { RuleInfo, ValidationReport } from '../../../../shared/validation/report'
import type { FindingRow } from '../../state/findingRows'
import { useStores } from '../../state/stores'
import { severityWords } from '../../ui/SeverityIcon'
import { FindingItem } from './FindingItem'
import { headLabel } from './findingWords'
import { RuleAbout } from './RuleAbout'
import { RuleHead } from './RuleHead'

export interface FindingTreeRowProps {
  readonly ref: Ref<HTMLDivElement>
  readonly at: number
  readonly row: FindingRow
  readonly report: ValidationReport
  readonly rule: RuleInfo | undefined
  /** Null for the head that stays at the top of the screen. */
  readonly top: number | null
  readonly level: 1 | 2
  readonly isActive: boolean
  readonly selectedLine: number | null
}

/** One row of the tree: the head of a rule, what the catalogue says of it, or a finding. */
export const FindingTreeRow = memo(function FindingTreeRow(props: FindingTreeRowProps) {
  const { ref, at, row, report, top, level, isActive, selectedLine } = props
  const { viewer } = useStores()
  const finding = row.kind === 'finding' ? report.findings[row.index] : undefined
  return (
    <div
      ref={ref}
      id={`finding-row-${String(at)}`}
      data-index={at}
      role="treeitem"
      className={`tree-row tree-${row.kind}`}
      aria-level={level}
      aria-selected={isActive}
      {...nameOf(props)}
      data-sticky={top === null}
      data-on-line={selectedLine !== null && finding?.lineNumber === selectedLine}
      style={{ '--top': `${String(top ?? 0)}px` } as CSSProperties}
      onClick={() => {
        if (row.kind === 'head') viewer.getState().toggleRule(row.rule)
        else if (row.kind === 'finding') viewer.getState().goToFinding(row.index)
      }}
    >
      <Content {...props} />
    </div>
  )
})

function nameOf({ row, rule }: FindingTreeRowProps): Readonly<Record<string, string | number | boolean>> {
  switch (row.kind) {
    case 'head':
      return {
        'aria-expanded': row.isOpen,
        'aria-label': headLabel(rule?.title ?? row.rule, severityWords[row.severity], row.count),
      }
    case 'about':
      return { 'aria-label': `About ${rule?.title ?? row.rule}`, 'aria-description': rule?.explanation ?? '' }
    case 'finding':
      return { 'aria-posinset': row.at, 'aria-setsize': row.of }
    default:
      return assertNever(row)
  }
}

function Content({ row, rule, report, level }: FindingTreeRowProps): ReactNode {
  const { viewer, window } = useStores()
  switch (row.kind) {
    case 'head':
      return (
        <RuleHead
          row={row}
          rule={rule}
          onExplain={() => {
            viewer.getState().explainRule(row.rule)
          }}
        />
      )
    case 'about':
      return <RuleAbout rule={rule} />
    case 'finding': {
      const finding = report.findings[row.index]
      if (finding === undefined) return null
      return (
        <FindingItem
          finding={finding}
          hasRule={level === 1}
          onShowLine={() => {
            viewer.getState().goToFinding(row.index)
            window.getState().show('lines')
            window.getState().requestFocus('view')
          }}
        />
      )
    }
    default:
      return assertNever(row)
  }
}
