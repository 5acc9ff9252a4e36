import { useShallow } from 'zustand/react/shallow'
import type { Finding } from '../../../../shared/validation/finding'
import { citability, citationHint, citationOf, copyText } from '../../state/copying'
import { copyFindingHex } from '../../state/copyFinding'
import { useStores, useViewer } from '../../state/stores'
import { Badge } from '../../ui/Badge'
import { CopyButton } from '../../ui/CopyButton'
import { SeverityIcon, severityWords } from '../../ui/SeverityIcon'
import { formatCount } from '../../ui/format'
import { visibleText } from '../../ui/visibleText'
import { BytesView } from './BytesView'
import { bytesWords, outcomeLook } from './findingWords'

export interface FindingDetailProps {
  readonly finding: Finding
  readonly fileId: string
}

/** One finding in full: what is wrong, what Codex makes of it, and the bytes around it. */
export function FindingDetail({ finding, fileId }: FindingDetailProps) {
  const { severity, rule, lineNumber, byteOffset, byteLength, message, codex } = finding
  const outcome = outcomeLook(codex)
  return (
    <div className="finding-detail">
      <div className="finding-facts">
        <p className="finding-what">
          <SeverityIcon severity={severity} /> <strong>{severityWords[severity]}</strong>{' '}
          {visibleText(message)}
        </p>
        <p className="finding-codex">
          <Badge tone={outcome.tone}>{outcome.words}</Badge> {codex !== null && <span>{codex.note}</span>}
        </p>
        <div className="finding-actions">
          <span className="quiet">
            {lineNumber === null ? 'whole file' : `line ${formatCount(lineNumber)}`}, {bytesWords(finding)}
          </span>
          <span className="mono quiet clip">{rule}</span>
          <Copying finding={finding} fileId={fileId} />
        </div>
      </div>
      <BytesView fileId={fileId} mark={{ from: byteOffset, length: byteLength }} />
    </div>
  )
}

function Copying({ finding, fileId }: FindingDetailProps) {
  const stores = useStores()
  const { lineNumber, byteLength } = finding
  const header = useViewer((state) => (state.session.status === 'ready' ? state.session.header : null))
  const citable = useViewer(useShallow(citability))
  const sha256 = citable.status === 'yes' ? citable.sha256 : null
  const canCite = sha256 !== null && header !== null && lineNumber !== null
  return (
    <>
      <CopyButton
        label="Copy the bytes of the finding as hex"
        text="Hex"
        isDisabled={byteLength === 0}
        title={
          byteLength === 0
            ? 'The finding is about a place between bytes'
            : 'Copy the bytes of the finding as hex'
        }
        onCopy={() => copyFindingHex(stores, fileId, finding)}
      />
      <CopyButton
        label="Copy a citation of the finding's line"
        text="Citation"
        isDisabled={!canCite}
        title={lineNumber === null ? 'The finding is about the whole file' : citationHint(citable)}
        onCopy={() =>
          canCite
            ? copyText(stores, citationOf(header, sha256, lineNumber), 'Citation')
            : Promise.resolve(false)
        }
      />
    </>
  )
}
