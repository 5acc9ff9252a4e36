import { memo, useRef } from 'react'
import type { LineDetail } from '../../../../shared/contract/openRollout'
import { formatBytes, formatCount } from '../../ui/format'
import { visibleText } from '../../ui/visibleText'
import type { FindInView } from './find/useFind'
import { useTextFind } from './find/useTextFind'
import { rawPieces } from './rawPieces'

export interface RawViewProps {
  readonly windows: readonly LineDetail[]
  readonly byteLength: number
  readonly isLoadingMore: boolean
  readonly find: FindInView
  readonly onMore: () => void
  readonly onBefore: () => void
}

/** The bytes of a line as text, in windows of 64 KiB. Always says how much is still to come. */
export function RawView({ windows, byteLength, isLoadingMore, find, onMore, onBefore }: RawViewProps) {
  const host = useRef<HTMLDivElement>(null)
  useTextFind(host, find)
  const last = windows[windows.length - 1]
  const shown = last === undefined ? 0 : last.windowFrom + last.windowLength
  const from = windows[0]?.windowFrom ?? 0
  return (
    <div ref={host} className="raw-view" tabIndex={0} role="region" aria-label="Raw bytes of the line">
      {from > 0 && (
        <div className="raw-more">
          <button type="button" className="button button-small" disabled={isLoadingMore} onClick={onBefore}>
            Show what comes before
          </button>
          <span className="quiet">from byte {formatCount(from)} of the line</span>
        </div>
      )}
      {windows.map((part) => (
        <RawWindow key={part.windowFrom} part={part} hasHeading={byteLength > part.windowLength} />
      ))}
      {shown < byteLength && (
        <div className="raw-more">
          <button type="button" className="button button-small" disabled={isLoadingMore} onClick={onMore}>
            Show next {formatBytes(Math.min(65_536, byteLength - shown))} of {formatBytes(byteLength)}
          </button>
          <span className="quiet">{formatCount(byteLength - shown)} bytes not shown</span>
        </div>
      )}
    </div>
  )
}

interface RawWindowProps {
  readonly part: LineDetail
  readonly hasHeading: boolean
}

/** One window. Never drawn again once it is here: appending another must not cost what was drawn before. */
const RawWindow = memo(function RawWindow({ part, hasHeading }: RawWindowProps) {
  return (
    <section className="raw-window">
      {hasHeading && (
        <div className="raw-heading quiet num">
          bytes {formatCount(part.windowFrom)} to {formatCount(part.windowFrom + part.windowLength - 1)}
        </div>
      )}
      <pre className="mono" data-find="run">
        {rawPieces(part.text, part.hasInvalidUtf8).map((piece, index) =>
          piece.look === 'plain' ? (
            piece.text
          ) : (
            <mark key={index} className={`raw-${piece.look}`}>
              {piece.look === 'control' ? visibleText(piece.text) : piece.text}
            </mark>
          ),
        )}
      </pre>
    </section>
  )
})
