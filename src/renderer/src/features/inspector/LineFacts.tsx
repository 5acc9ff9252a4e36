import type { LineDetail } from '../../../../shared/contract/openRollout'
import { isDamagedLine } from '../../../../shared/rollout/damagedLine'
import { isDamage } from '../../../../shared/validation/spanKind'
import { usePreferences } from '../../state/stores'
import { Badge } from '../../ui/Badge'
import { formatBytes, formatCount, formatExactTime } from '../../ui/format'
import { kindLooks, statusLook } from '../../ui/recordLook'
import { visibleText } from '../../ui/visibleText'

export interface LineFactsProps {
  readonly detail: LineDetail
}

/** Where a line lies in the file and what the scanner says of it. */
export function LineFacts({ detail: { row, spans } }: LineFactsProps) {
  const zone = usePreferences((state) => state.timeZone)
  const look = statusLook(row.status)
  const time = formatExactTime(row.timestamp, zone)
  return (
    <dl className="line-facts">
      <dt>Status</dt>
      <dd>
        <Badge
          tone={
            isDamagedLine(row.status, row.kind) ? 'damage' : row.status === 'record' ? 'plain' : 'warning'
          }
        >
          {look.badge}
        </Badge>{' '}
        {row.status !== 'record' && <span>{look.meaning}</span>}
      </dd>
      <dt>Kind</dt>
      <dd>
        {kindLooks[row.kind].label}
        {row.type !== null && <span className="mono"> {visibleText(typeOf(row.type, row.subtype))}</span>}
      </dd>
      <dt>Time</dt>
      <dd>
        {time === null
          ? visibleText(row.timestamp ?? 'not recorded')
          : `${time} ${zone === 'utc' ? 'UTC' : 'local'}`}
      </dd>
      <dt>Bytes</dt>
      <dd>
        {formatCount(row.byteOffset)} to{' '}
        {formatCount(Math.max(row.byteOffset, row.byteOffset + row.byteLength - 1))}
      </dd>
      <dt>Length</dt>
      <dd>
        {formatCount(row.byteLength)} bytes{row.byteLength >= 1000 ? ` (${formatBytes(row.byteLength)})` : ''}
      </dd>
      {row.ordinal !== null && (
        <>
          <dt>Ordinal</dt>
          <dd>{String(row.ordinal)}</dd>
        </>
      )}
      {spans.length > 1 && (
        <>
          <dt>Spans</dt>
          <dd>
            <table className="line-spans">
              <thead>
                <tr>
                  <th scope="col">Kind</th>
                  <th scope="col" className="num">
                    Byte
                  </th>
                  <th scope="col" className="num">
                    Length
                  </th>
                </tr>
              </thead>
              <tbody>
                {spans.map((span) => (
                  <tr key={span.byteOffset} data-damage={isDamage(span.kind)}>
                    <td>{statusLook(span.kind).badge}</td>
                    <td className="num">{formatCount(span.byteOffset)}</td>
                    <td className="num">{formatCount(span.byteLength)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </dd>
        </>
      )}
    </dl>
  )
}

function typeOf(type: string, subtype: string | null): string {
  return subtype === null ? type : `${type} · ${subtype}`
}
