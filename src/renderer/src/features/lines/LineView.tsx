import { memo } from 'react'
import { isDamagedLine } from '../../../../shared/rollout/damagedLine'
import type { LineRow } from '../../../../shared/rollout/lineRow'
import type { EyeReading } from '../../../../shared/validation/codexReport'
import type { Severity } from '../../../../shared/validation/severity'
import { formatBytes, formatClock, formatCount, formatNumberOf, type Zone } from '../../ui/format'
import { kindClass, kindLooks, statusLook, severityMarks } from '../../ui/recordLook'
import { MarkedText } from '../../ui/MarkedText'
import { visibleText } from '../../ui/visibleText'
import { eyeBadge } from './eyeWords'

export interface LineViewProps {
  readonly id: string
  /** Null where only matches are listed and this one has not been read yet. */
  readonly lineNumber: number | null
  /** Undefined while the line is on its way: the number stands, the rest is a grey bar of the same height. */
  readonly row: LineRow | undefined
  readonly top: number
  readonly zone: Zone
  /** Its day where the line is the first of it, else null. */
  readonly newDay: string | null
  readonly severity: Severity | undefined
  readonly isSelected: boolean
  /** What is highlighted; null for nothing. */
  readonly pattern: RegExp | null
  /** What Codex makes of the line, while that is shown; null for nothing to say. */
  readonly eye: EyeReading | null
  /** Marks the line among lines that do not match. */
  readonly isMatch: boolean
  /** Lines that are hidden right above it. */
  readonly hiddenAbove: number
}

const severityNames = { error: 'has an error', warning: 'has a warning', info: 'has a note' } as const

/** One line of a rollout. Draws what it is given: no store, no effect, few elements. */
export const LineView = memo(function LineView(props: LineViewProps) {
  const { id, lineNumber, row, top, isSelected, isMatch, hiddenAbove, eye } = props
  const damaged = row !== undefined && isDamagedLine(row.status, row.kind)
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={lineNumber === null ? undefined : lineNumber + 1}
      aria-selected={isSelected}
      className={row === undefined || damaged ? 'line' : `line ${kindClass(row.kind)}`}
      data-line={lineNumber ?? undefined}
      data-damage={damaged}
      data-eye={eye === null || eye.outcome === 'reads' ? undefined : eye.outcome}
      data-match={isMatch}
      data-gap={hiddenAbove > 0}
      style={{ transform: `translateY(${String(top)}px)` }}
    >
      <span
        role="gridcell"
        className="line-number"
        title={hiddenAbove > 0 ? `${formatNumberOf(hiddenAbove, 'line')} hidden above` : undefined}
      >
        {lineNumber === null ? '' : formatCount(lineNumber)}
      </span>
      {row === undefined ? (
        <span role="gridcell" className="line-bone" aria-label="not read yet" />
      ) : (
        <Cells {...props} row={row} isDamaged={damaged} />
      )}
    </div>
  )
})

interface CellsProps extends Pick<LineViewProps, 'zone' | 'newDay' | 'severity' | 'pattern' | 'eye'> {
  readonly row: LineRow
  readonly isDamaged: boolean
}

function Cells({ row, zone, newDay, severity, pattern, isDamaged, eye }: CellsProps) {
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
        <MarkedText text={typeOf(row)} pattern={pattern} />
      </span>
      <span role="gridcell" className="line-text">
        {eye !== null && <EyeMark eye={eye} />}
        {badge !== null && <span className="line-badge">{badge}</span>}
        <span className="line-words">
          <MarkedText text={row.text} pattern={pattern} />
          {row.textTruncated ? '…' : ''}
        </span>
      </span>
      <span role="gridcell" className="line-size">
        {formatBytes(row.byteLength)}
      </span>
    </>
  )
}

/** What Codex does with a line that it does not read as it stands, and why. */
function EyeMark({ eye }: { readonly eye: EyeReading }) {
  const badge = eyeBadge(eye)
  if (badge === null) return null
  return (
    <span className="line-eye" title={visibleText(eye.note)}>
      <span className="line-badge">{badge}</span> {visibleText(eye.note)}{' '}
    </span>
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
  return names.reverse().join(' · ')
}

/** Everything but an ordinary record has its status in words. */
function badgeOf({ status, complete }: LineRow): string | null {
  if (status !== 'record') return statusLook(status).badge
  return complete ? null : 'LONG'
}
