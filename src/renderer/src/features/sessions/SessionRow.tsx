import { memo } from 'react'
import type { SessionSummary } from '../../../../shared/session/session'
import type { CheckedCounts } from '../../state/sessionsStore'
import { visibleTitle } from '../../state/titles'
import { baseName, formatBytes, formatCount, formatDateTime, type Zone } from '../../ui/format'
import { severityMarks } from '../../ui/recordLook'
import { visibleText } from '../../ui/visibleText'
import { markOf } from './sessionMark'

export interface SessionRowProps {
  readonly id: string
  readonly row: SessionSummary
  /** What checking all of the file has found; undefined for one that was not opened. */
  readonly checked: CheckedCounts | undefined
  readonly position: number
  readonly total: number
  readonly top: number
  readonly zone: Zone
  readonly isCursor: boolean
  readonly isOpen: boolean
}

/** One session, two lines of fixed height. Draws what it is given: no store, no effect, few elements. */
export const SessionRow = memo(function SessionRow(props: SessionRowProps) {
  const { id, row, checked, position, total, top, zone, isCursor, isOpen } = props
  const hasTitle = row.name !== null || row.preview !== null
  const mark = markOf(row, checked)
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
        {mark !== null && (
          <span
            className="session-problems"
            data-severity={mark.tone}
            role="img"
            aria-label={mark.label}
            title={mark.label}
          >
            {severityMarks[mark.tone]} {formatCount(mark.count)}
          </span>
        )}
        {row.archived && <span className="session-chip">archived</span>}
        {row.form === 'jsonl.zst' && <span className="session-chip">zst</span>}
      </div>
      <div className="session-facts">
        <span className="session-time">{timeOf(row, zone)}</span>
        <span className="session-rest">{factsOf(row)}</span>
        <span className="session-size">
          {row.sizeBytes === null ? 'size not known' : formatBytes(row.sizeBytes)}
        </span>
      </div>
    </div>
  )
})

function titleOf(row: SessionSummary): string {
  return visibleText(visibleTitle(row).slice(0, 160))
}

function timeOf(row: SessionSummary, zone: Zone): string {
  return formatDateTime(row.createdAt ?? row.updatedAt, zone) ?? 'no time'
}

/** Files from outside a CODEX_HOME are told apart by their folder, which there says more than where Codex ran. */
function factsOf({ path, cwd, source, originator, cliVersion }: SessionSummary): string {
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')))
  const isInHome = /(^|\/)(sessions|archived_sessions)(\/|$)/.test(folder)
  const place = isInHome || folder === '' ? cwd : folder
  const facts = [place === null ? null : baseName(place), source ?? originator, cliVersion]
  return visibleText(facts.filter((fact) => fact !== null).join(' · '))
}
