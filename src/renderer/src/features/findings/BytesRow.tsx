import { formatCount } from '../../ui/format'
import { hexRuns, type ByteMark, type HexRun } from './hexRows'

export interface BytesRowProps {
  readonly offset: number
  /** The bytes of the row that are here. */
  readonly bytes: Uint8Array
  readonly isHere: boolean
  readonly perRow: number
  readonly isHex: boolean
  readonly mark: ByteMark
  readonly top: number
}

/** One row of bytes: where it begins, the bytes in hex, and as text. */
export function BytesRow({ offset, bytes, isHere, perRow, isHex, mark, top }: BytesRowProps) {
  const runs = hexRuns(bytes, offset, perRow, mark)
  const isEnd = isHere && bytes.length === 0
  return (
    <div
      role="row"
      className="bytes-row mono"
      aria-rowindex={offset / perRow + 1}
      style={{ transform: `translateY(${String(top)}px)` }}
    >
      <span role="rowheader" className="bytes-offset">
        {isHex ? `0x${offset.toString(16).padStart(8, '0')}` : formatCount(offset)}
      </span>
      <span role="cell" className="bytes-hex">
        {isHere
          ? runs.map((run, at) => <Run key={at} run={run} part="hex" isLast={at === runs.length - 1} />)
          : '…'}
        {isEnd && <span className="quiet">end of the file</span>}
      </span>
      <span role="cell" className="bytes-text">
        {runs.map((run, at) => (
          <Run key={at} run={run} part="text" isLast />
        ))}
      </span>
    </div>
  )
}

interface RunProps {
  readonly run: HexRun
  readonly part: 'hex' | 'text'
  readonly isLast: boolean
}

function Run({ run, part, isLast }: RunProps) {
  const after = isLast ? '' : ' '
  if (run.look === 'plain') return <>{`${run[part]}${after}`}</>
  return (
    <>
      <mark className={`bytes-${run.look}`}>{run[part]}</mark>
      {after}
    </>
  )
}
