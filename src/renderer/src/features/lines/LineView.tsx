import { memo } from 'react'
import type { LineRow } from '../../../../shared/rollout/lineRow'
import { isDamage } from '../../../../shared/validation/spanKind'
import type { Severity } from '../../../../shared/validation/severity'
import { formatBytes, formatClock, formatCount, type Zone } from '../../ui/format'
import { kindClass, kindLooks, statusLook, severityMarks } from '../../ui/recordLook'
import { visibleText } from '../../ui/visibleText'

export interface LineViewProps {
  readonly id: string
  readonly lineNumber: number
  /** Undefined while the line is on its way: the number stands, the rest is a grey bar of the same height. */
  readonly row: LineRow | undefined
  readonly top: number
  readonly zone: Zone
  /** Its day where the line is the first of it, else null. */
  readonly newDay: string | null
  readonly severity: Severity | undefined
  readonly isSelected: boolean
}

const severityNames = { error: 'has an error', warning: 'has a warning', info: 'has a note' } as const

/** One line of a rollout. Draws what it is given: no store, no effect, seven elements. */
export const LineView = memo(function LineView(props: LineViewProps) {
  const { id, lineNumber, row, top, zone, newDay, severity, isSelected } = props
  const damaged = row !== undefined && isDamage(row.status)
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={lineNumber + 1}
      aria-selected={isSelected}
      className={row === undefined || damaged ? 'line' : `line ${kindClass(row.kind)}`}
      data-line={lineNumber}
      data-damage={damaged}
      style={{ transform: `translateY(${String(top)}px)` }}
    >
      <span role="gridcell" className="line-number">
        {formatCount(lineNumber)}
      </span>
      {row === undefined ? (
        <span role="gridcell" className="line-bone" aria-label="not read yet" />
      ) : (
        <Cells row={row} zone={zone} newDay={newDay} severity={severity} isDamaged={damaged} />
      )}
    </div>
  )
})

interface CellsProps {
  readonly row: LineRow
  readonly zone: Zone
  readonly newDay: string | null
  readonly severity: Severity | undefined
  readonly isDamaged: boolean
}

function Cells({ row, zone, newDay, severity, isDamaged }: CellsProps) {
  const look = kindLooks[isDamaged ? 'damage' : row.status === 'blank' ? 'blank' : row.kind]
  const badge = badgeOf(row)
  return (
    <>
      <span
        role="gridcell"
        className="line-flag"
        data-severity={severity}
        aria-label={severity === undefined ? 'no finding' : severityNames[severity]}
      >
        {severity === undefined ? '' : severityMarks[severity]}
      </span>
      <span role="gridcell" className="line-letter" aria-label={look.label}>
        {look.letter}
      </span>
      <span role="gridcell" className="line-time" title={newDay ?? undefined}>
        {timeOf(row.timestamp, zone, newDay)}
      </span>
      <span role="gridcell" className="line-type">
        {typeOf(row)}
      </span>
      <span role="gridcell" className="line-text">
        {badge !== null && <span className="line-badge">{badge}</span>}
        {visibleText(row.text)}
        {row.textTruncated ? '…' : ''}
      </span>
      <span role="gridcell" className="line-size">
        {formatBytes(row.byteLength)}
      </span>
    </>
  )
}

/** The first line of a day has its date before the time, to the second: both together have the width of the column. */
function timeOf(timestamp: string | null, zone: Zone, newDay: string | null): string {
  const clock = formatClock(timestamp, zone) ?? ''
  return newDay === null ? clock : `${newDay.slice(-5)} ${clock.slice(0, 8)}`
}

/** The innermost name comes first: it tells most, and what a narrow column cuts off are the names that many lines share. */
function typeOf({ type, subtype }: LineRow): string {
  const names = [type ?? '', ...(subtype ?? '').split('/')].filter((name) => name !== '')
  return visibleText(names.reverse().join(' · '))
}

/** Everything but an ordinary record has its status in words. */
function badgeOf({ status, complete }: LineRow): string | null {
  if (status !== 'record') return statusLook(status).badge
  return complete ? null : 'LONG'
}
