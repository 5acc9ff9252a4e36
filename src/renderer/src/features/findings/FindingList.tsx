import { useEffect, useMemo, useRef } from 'react'
import { useVirtualizer } from '@tanstack/react-virtual'
import type { Finding } from '../../../../shared/validation/finding'
import type { Severity } from '../../../../shared/validation/severity'
import { useStores, useViewer } from '../../state/stores'
import { useFocusRequest } from '../../state/useFocusRequest'
import { FindingRow } from './FindingRow'

export interface FindingListProps {
  readonly findings: readonly Finding[]
  readonly hidden: ReadonlySet<Severity>
}

const rowHeight = 68

/** Findings of one report, virtualised, in the order of the file. */
export function FindingList({ findings, hidden }: FindingListProps) {
  const { viewer, window } = useStores()
  const selected = useViewer((state) => state.selectedFinding)
  const scroller = useRef<HTMLDivElement>(null)
  useFocusRequest('view', scroller)
  const shown = useMemo(
    () =>
      findings.map((_, index) => index).filter((index) => !hidden.has(findings[index]?.severity ?? 'info')),
    [findings, hidden],
  )
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  })

  useEffect(() => {
    const position = selected === null ? -1 : shown.indexOf(selected)
    if (position >= 0) rows.scrollToIndex(position, { align: 'auto' })
  }, [selected, shown, rows])

  return (
    <div
      ref={scroller}
      className="finding-list"
      role="list"
      tabIndex={0}
      aria-label="Findings"
      data-region="findings"
    >
      <div role="presentation" style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map((item) => {
          const index = shown[item.index]
          const finding = index === undefined ? undefined : findings[index]
          if (index === undefined || finding === undefined) return null
          return (
            <FindingRow
              key={index}
              finding={finding}
              position={item.index + 1}
              total={shown.length}
              top={item.start}
              isSelected={index === selected}
              onSelect={() => {
                viewer.getState().goToFinding(index)
              }}
              onShowLine={() => {
                viewer.getState().goToFinding(index)
                window.getState().show('lines')
              }}
            />
          )
        })}
      </div>
    </div>
  )
}
