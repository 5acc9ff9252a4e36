import { isDamage } from '../../../../shared/validation/spanKind'
import type { ValidationReport } from '../../../../shared/validation/report'
import { copyText, noHashReason } from '../../state/copying'
import { useStores } from '../../state/stores'
import { CopyButton } from '../../ui/CopyButton'
import { formatCount, formatShare } from '../../ui/format'
import { statusLook } from '../../ui/recordLook'

export interface LedgerPanelProps {
  readonly report: ValidationReport
}

/** The ledger: every byte of the file in one row or another. Then the hashes, and what was not checked. */
export function LedgerPanel({ report }: LedgerPanelProps) {
  const { ledger, notChecked } = report
  const sum = ledger.spans.reduce((total, span) => total + span.bytes, 0)
  return (
    <section className="ledger" aria-label="Ledger of bytes" tabIndex={0}>
      <div className="ledger-parts">
        <div className="ledger-part">
          <h2>Bytes by span</h2>
          <table>
            <thead>
              <tr>
                <th scope="col">Spans</th>
                <th scope="col" className="num">
                  Count
                </th>
                <th scope="col" className="num">
                  Bytes
                </th>
                <th scope="col" className="num">
                  Share
                </th>
              </tr>
            </thead>
            <tbody>
              {ledger.spans.map(({ kind, count, bytes }) => (
                <tr key={kind} data-damage={isDamage(kind)} title={statusLook(kind).meaning}>
                  <th scope="row">{kind}</th>
                  <td className="num">{formatCount(count)}</td>
                  <td className="num">{formatCount(bytes)}</td>
                  <td className="num">{formatShare(bytes, ledger.totalBytes)}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">all</th>
                <td className="num">
                  {formatCount(ledger.spans.reduce((total, span) => total + span.count, 0))}
                </td>
                <td className="num">{formatCount(sum)}</td>
                <td className="num">{formatShare(sum, ledger.totalBytes)}</td>
              </tr>
            </tfoot>
          </table>
          <p className="ledger-sum">
            {sum === ledger.totalBytes
              ? `The spans add up to all ${formatCount(ledger.totalBytes)} bytes.`
              : `${formatCount(ledger.totalBytes - sum)} of ${formatCount(ledger.totalBytes)} bytes are in no span.`}
          </p>
        </div>
        <div className="ledger-part">
          <h2>SHA-256</h2>
          <Hash
            label={report.form === 'jsonl.zst' ? 'of the compressed file' : 'of the file'}
            value={report.sha256}
          />
          {report.form === 'jsonl.zst' && <Hash label="of its content" value={report.contentSha256} />}
        </div>
        <div className="ledger-part">
          <h2>Not checked</h2>
          {notChecked.length === 0 ? (
            <p className="quiet">Every rule of this version was applied.</p>
          ) : (
            <ul>
              {notChecked.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </section>
  )
}

/** A hash, or why there is none: that of a part would be taken for the file's. */
function Hash({ label, value }: { readonly label: string; readonly value: string | null }) {
  const stores = useStores()
  if (value === null) {
    return (
      <div className="hash">
        <span className="quiet">{label}</span>
        <span className="hash-none">Not known: {noHashReason}.</span>
      </div>
    )
  }
  return (
    <div className="hash">
      <span className="quiet">{label}</span>
      <CopyButton label={`Copy the SHA-256 ${label}`} onCopy={() => copyText(stores, value, 'SHA-256')} />
      <code className="mono">{value}</code>
    </div>
  )
}
