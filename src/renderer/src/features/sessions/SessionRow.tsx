import { memo } from 'react'
import { Check, ChevronDown, ChevronRight } from 'lucide-react'
import type { SessionSummary } from '../../../../shared/session/session'
import type { CheckedCounts } from '../../state/sessionsStore'
import { visibleTitle } from '../../state/titles'
import { baseName, formatBytes, formatCount, formatDateTime, type Zone } from '../../ui/format'
import { severityMarks } from '../../ui/recordLook'
import { visibleText } from '../../ui/visibleText'
import { markOf } from './sessionMark'
import { belowWords, roleChip } from './threadWords'

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
  /** True where the host can go on with a drag of the row as its file. */
  readonly isDraggable: boolean
  readonly isMarked: boolean
  /** True while any session is marked: all of them then show whether they are. */
  readonly isMarking: boolean
  /** Where it stands in its thread; of no meaning while the list is not grouped. */
  readonly isGrouped: boolean
  readonly depth: number
  readonly below: number
  readonly matchingBelow: number
  readonly isFolded: boolean
  readonly isContext: boolean
  readonly isOrphan: boolean
}

/** Rows below this depth are drawn no further in. */
const deepestIndent = 3

/** One session, two lines of fixed height. Draws what it is given: no store, no effect, few elements. */
export const SessionRow = memo(function SessionRow(props: SessionRowProps) {
  const { id, row, checked, position, total, top, zone, isCursor, isOpen, isMarked, isGrouped } = props
  const hasTitle = row.name !== null || row.preview !== null
  const mark = markOf(row, checked)
  return (
    <div
      id={id}
      role={isGrouped ? 'treeitem' : 'option'}
      aria-selected={isCursor}
      {...(props.isMarking ? { 'aria-checked': isMarked } : {})}
      {...threadAttributes(props)}
      aria-setsize={total}
      aria-posinset={position + 1}
      className="session"
      draggable={props.isDraggable}
      data-position={position}
      data-open={isOpen}
      style={{ transform: `translateY(${String(top)}px)` }}
    >
      <span className="session-box" data-mark aria-hidden>
        {isMarked && <Check size={12} strokeWidth={2.5} />}
      </span>
      <div className="session-top">
        {isGrouped && <FoldToggle below={props.below} isFolded={props.isFolded} />}
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
        {isGrouped && <ThreadChips {...props} />}
        {row.archived && <span className="session-chip">archived</span>}
        {row.form === 'jsonl.zst' && <span className="session-chip">zst</span>}
      </div>
      <div className="session-facts">
        <span className="session-time">{timeOf(row, zone)}</span>
        <span className="session-rest">
          {props.isOrphan && 'parent not listed · '}
          {factsOf(row)}
        </span>
        <span className="session-size">
          {row.sizeBytes === null ? 'size not known' : formatBytes(row.sizeBytes)}
        </span>
      </div>
    </div>
  )
})

/** What a tree says of its items; a plain list says none of it. */
function threadAttributes({ isGrouped, depth, below, isFolded, isContext }: SessionRowProps) {
  if (!isGrouped) return {}
  return {
    'aria-level': depth + 1,
    'data-depth': Math.min(depth, deepestIndent),
    'data-context': isContext,
    ...(below > 0 ? { 'aria-expanded': !isFolded } : {}),
  }
}

function FoldToggle({ below, isFolded }: Pick<SessionRowProps, 'below' | 'isFolded'>) {
  if (below === 0) return <span className="session-fold" />
  const Icon = isFolded ? ChevronRight : ChevronDown
  return (
    <span className="session-fold" data-fold>
      <Icon size={14} aria-hidden />
    </span>
  )
}

function ThreadChips({ row, depth, below, matchingBelow, isContext, isOrphan }: SessionRowProps) {
  const role = roleChip(row, depth, isOrphan)
  const count = belowWords(below, matchingBelow)
  return (
    <>
      {isContext && <span className="sr-only">hidden by filters, shown for what is below it</span>}
      {count !== null && (
        <span className="session-chip" role="img" aria-label={count.full} title={count.full}>
          {count.short}
        </span>
      )}
      {role !== null && (
        <span className="session-chip" data-orphan={isOrphan} title={isOrphan ? orphanTitle : undefined}>
          {role}
        </span>
      )}
    </>
  )
}

const orphanTitle = 'It names another session that this list does not have'

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
