import { useCallback, useEffect, useMemo, useRef, type CSSProperties } from 'react'
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import type { ValidationReport } from '../../../../shared/validation/report'
import { rowOfCursor, type FindingRow } from '../../state/findingRows'
import { useViewer } from '../../state/stores'
import { useFocusRequest } from '../../state/useFocusRequest'
import { FindingTreeRow } from './FindingTreeRow'
import { stickyHead } from './stickyHead'
import { useRules } from './useRules'

export interface FindingTreeProps {
  readonly report: ValidationReport
}

const rowPx = { head: 32, about: 190, finding: 28 } as const

/**
 * Findings as a tree of rules, or in the order of the file. Virtualised; the head of the rule that is on the screen stays
 * at its top. The focus stays on the tree; the row under the cursor is told by id.
 */
export function FindingTree({ report }: FindingTreeProps) {
  const rows = useViewer((state) => state.findingRows())
  const selected = useViewer((state) => state.selectedFinding)
  const head = useViewer((state) => state.findingCursor)
  const line = useViewer((state) => state.selectedLine)
  const order = useViewer((state) => state.findingsOrder)
  const rules = useRules()
  const scroller = useRef<HTMLDivElement>(null)
  useFocusRequest('view', scroller)
  const heads = useMemo(() => rows.flatMap(({ kind }, at) => (kind === 'head' ? [at] : [])), [rows])
  const cursor = useMemo(() => rowOfCursor(rows, head, selected), [rows, head, selected])
  const rangeExtractor = useCallback(
    (range: Range) => {
      const sticky = stickyHead(heads, range.startIndex)
      return [...new Set([...(sticky === null ? [] : [sticky]), ...defaultRangeExtractor(range)])]
    },
    [heads],
  )
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => rowPx[rows[at]?.kind ?? 'finding'],
    getItemKey: (at) => keyOf(rows[at], at),
    overscan: 8,
    rangeExtractor,
    scrollPaddingStart: rowPx.head,
    scrollPaddingEnd: rowPx.finding,
  })
  const shown = list.getVirtualItems()
  const sticky = stickyHead(heads, list.range?.startIndex ?? 0)

  useEffect(() => {
    if (cursor >= 0) list.scrollToIndex(cursor, { align: 'auto' })
  }, [cursor, list])

  return (
    <div
      ref={scroller}
      className="finding-tree"
      role="tree"
      tabIndex={0}
      aria-label="Findings"
      aria-activedescendant={
        shown.some(({ index }) => index === cursor) ? `finding-row-${String(cursor)}` : undefined
      }
      data-region="findings"
      data-order={order}
    >
      <div
        role="presentation"
        className="finding-space"
        style={{ '--tree-height': `${String(list.getTotalSize())}px` } as CSSProperties}
      >
        {shown.map(({ index, start, key }) => {
          const row = rows[index]
          if (row === undefined) return null
          return (
            <FindingTreeRow
              key={key}
              ref={row.kind === 'about' ? list.measureElement : null}
              at={index}
              row={row}
              report={report}
              rule={row.kind === 'finding' ? undefined : rules.get(row.rule)}
              top={index === sticky ? null : start}
              level={order === 'rule' && row.kind !== 'head' ? 2 : 1}
              isActive={index === cursor}
              selectedLine={line}
            />
          )
        })}
      </div>
    </div>
  )
}

function keyOf(row: FindingRow | undefined, at: number): string {
  if (row === undefined) return String(at)
  return row.kind === 'finding' ? `finding ${String(row.index)}` : `${row.kind} ${row.rule}`
}
