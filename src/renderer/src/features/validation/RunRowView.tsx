import { memo } from 'react'
import type { RunRow } from '../../../../shared/validation/run'
import { baseName, formatBytes, formatCount } from '../../ui/format'
import { visibleText } from '../../ui/visibleText'
import { VerdictIcon } from './VerdictIcon'
import { rowPlace, type RowPlace } from './rowPlace'
import { verdictLook } from './runWords'

export interface RunRowViewProps {
  readonly id: string
  /** Undefined while it is on its way. */
  readonly row: RunRow | undefined
  /** What the list calls the session; null for one that it does not know. */
  readonly title: string | null
  /** Whether its file was written to since the validation began. */
  readonly isChanged: boolean
  readonly position: number
  readonly total: number
  readonly top: number
  readonly isCursor: boolean
}

/** One session of a validation, one line of fixed height. Draws what it is given. */
export const RunRowView = memo(function RunRowView(props: RunRowViewProps) {
  const { id, row, position, total, top, isCursor } = props
  return (
    <div
      id={id}
      role="option"
      aria-selected={isCursor}
      aria-setsize={total}
      aria-posinset={position + 1}
      className="run-row"
      data-position={position}
      style={{ transform: `translateY(${String(top)}px)` }}
    >
      {row === undefined ? (
        <span className="sr-only">Being read</span>
      ) : (
        <Cells row={row} title={props.title} isChanged={props.isChanged} />
      )}
    </div>
  )
})

interface CellsProps extends Pick<RunRowViewProps, 'title' | 'isChanged'> {
  readonly row: RunRow
}

function Cells({ row, title, isChanged }: CellsProps) {
  const { verdict, counts, lineCount, sizeBytes, nameTime, path, name, problem, session, isArchived } = row
  const isChecked = verdict !== 'not-checked'
  const isKnown = isChecked && problem === null
  const look = verdictLook(verdict)
  const words = name ?? title ?? baseName(path)
  return (
    <>
      <span className="run-verdict" data-tone={look.tone}>
        <VerdictIcon verdict={verdict} />
        {look.word}
      </span>
      <span className="run-session" title={visibleText(path)}>
        <span className="run-title">
          <span className="clip">{visibleText(words.slice(0, 160))}</span>
          {isArchived && <span className="session-chip">archived</span>}
          {isChanged && <span className="session-chip">changed since</span>}
        </span>
        {problem === null ? (
          <Place place={rowPlace(path, session)} />
        ) : (
          <span className="run-problem clip" title={visibleText(problem.message)}>
            {visibleText(problem.message)}
          </span>
        )}
      </span>
      <Count count={isKnown ? counts.error : null} tone="damage" word="errors" />
      <Count count={isKnown ? counts.warning : null} tone="warning" word="warnings" />
      <Count count={isKnown ? counts.info : null} tone="plain" word="notes" isRare />
      <span className="run-number run-rare">{lineCount === null ? '' : formatCount(lineCount)}</span>
      <span className="run-number">{formatBytes(sizeBytes)}</span>
      <span className="run-time run-rare">
        {nameTime === null ? '' : nameTime.slice(0, 16).replace('T', ' ')}
      </span>
    </>
  )
}

/** What is cut of a folder is its beginning: the end is what tells it apart. */
function Place({ place: { id, folder } }: { readonly place: RowPlace }) {
  return (
    <span className="run-place" data-folder={folder !== ''}>
      {id !== null && (
        <span className="mono">
          <span className="run-rare">{visibleText(id.start)}</span>
          {visibleText(id.end)}
        </span>
      )}{' '}
      <span className="clip clip-start">
        <bdi dir="ltr">{visibleText(folder)}</bdi>
      </span>
    </span>
  )
}

interface CountProps {
  readonly count: number | null
  readonly tone: 'damage' | 'warning' | 'plain'
  readonly word: string
  readonly isRare?: boolean
}

/** None is quiet, and unknown is empty: the two are not the same. */
function Count({ count, tone, word, isRare = false }: CountProps) {
  return (
    <span
      className={isRare ? 'run-number run-rare' : 'run-number'}
      data-tone={count === null || count === 0 ? 'none' : tone}
    >
      {count === null ? '' : formatCount(count)}
      {count !== null && count > 0 && <span className="sr-only"> {word}</span>}
    </span>
  )
}
