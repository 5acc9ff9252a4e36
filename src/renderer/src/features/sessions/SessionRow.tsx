import { memo } from 'react'
import type { SessionSummary } from '../../../../shared/session/session'
import { isDamaged } from '../../state/sessionIndex'
import { visibleTitle } from '../../state/titles'
import {
  baseName,
  formatBytes,
  formatCount,
  formatDateTime,
  formatNumberOf,
  type Zone,
} from '../../ui/format'
import { visibleText } from '../../ui/visibleText'

export interface SessionRowProps {
  readonly id: string
  readonly row: SessionSummary
  readonly position: number
  readonly total: number
  readonly top: number
  readonly zone: Zone
  readonly isCursor: boolean
  readonly isOpen: boolean
}

/** One session, two lines of fixed height. Draws what it is given: no store, no effect, few elements. */
export const SessionRow = memo(function SessionRow(props: SessionRowProps) {
  const { id, row, position, total, top, zone, isCursor, isOpen } = props
  const hasTitle = row.name !== null || row.preview !== null
  const problems = row.problems.length
  const tone = isDamaged(row) ? 'error' : 'warning'
  return (
    <div
      id={id}
      role="option"
      aria-selected={isCursor}
      aria-setsize={total}
      aria-posinset={position + 1}
      className="session"
      data-position={position}
      data-open={isOpen}
      style={{ transform: `translateY(${String(top)}px)` }}
    >
      <div className="session-top">
        <span className={hasTitle ? 'session-title' : 'session-title quiet'}>{titleOf(row)}</span>
        {problems > 0 && (
          <span
            className="session-problems"
            data-severity={tone}
            role="img"
            aria-label={problemsLabel(problems, tone)}
          >
            {tone === 'error' ? '●' : '▲'} {formatCount(problems)}
          </span>
        )}
        {row.archived && <span className="session-chip">archived</span>}
        {row.form === 'jsonl.zst' && <span className="session-chip">zst</span>}
      </div>
      <div className="session-facts">
        <span className="session-time">{timeOf(row, zone)}</span>
        <span className="session-rest">{factsOf(row)}</span>
        <span className="session-size">{formatBytes(row.sizeBytes)}</span>
      </div>
    </div>
  )
})

function titleOf(row: SessionSummary): string {
  return visibleText(visibleTitle(row).slice(0, 160))
}

function problemsLabel(count: number, tone: 'error' | 'warning'): string {
  const word = tone === 'error' ? 'damaged, ' : ''
  return `${word}${formatNumberOf(count, 'problem')}`
}

function timeOf(row: SessionSummary, zone: Zone): string {
  return formatDateTime(row.createdAt ?? row.updatedAt, zone) ?? 'no time'
}

function factsOf({ cwd, source, originator, cliVersion }: SessionSummary): string {
  const facts = [cwd === null ? null : baseName(cwd), source ?? originator, cliVersion]
  return visibleText(facts.filter((fact) => fact !== null).join(' · '))
}
