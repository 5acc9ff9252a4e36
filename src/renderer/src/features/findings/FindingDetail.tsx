import type { Finding } from '../../../../shared/validation/finding'
import { Badge } from '../../ui/Badge'
import { SeverityIcon, severityWords } from '../../ui/SeverityIcon'
import { formatCount } from '../../ui/format'
import { visibleText } from '../../ui/visibleText'
import { BytesView } from './BytesView'
import { bytesWords, hasBytes, outcomeLook } from './findingWords'

export interface FindingDetailProps {
  readonly finding: Finding
  readonly fileId: string
}

/** One finding in full: what is wrong, what Codex makes of it, and the bytes around it. */
export function FindingDetail({ finding, fileId }: FindingDetailProps) {
  const { severity, rule, lineNumber, byteOffset, byteLength, message, codex } = finding
  const isSomewhere = hasBytes(finding)
  const outcome = outcomeLook(codex)
  return (
    <div className="finding-detail">
      <div className="finding-facts">
        <p className="finding-what">
          <SeverityIcon severity={severity} /> <strong>{severityWords[severity]}</strong>{' '}
          {visibleText(message)}{' '}
          <span className="quiet">
            {lineNumber === null ? 'Whole file' : `Line ${formatCount(lineNumber)}`},{' '}
            {isSomewhere && `${bytesWords(finding)}, `}
            <span className="mono">{rule}</span>
          </span>
        </p>
        <p className="finding-codex">
          <Badge tone={outcome.tone}>{outcome.words}</Badge> {codex !== null && <span>{codex.note}</span>}
        </p>
      </div>
      {isSomewhere ? (
        <BytesView fileId={fileId} mark={{ from: byteOffset, length: byteLength }} />
      ) : (
        <p className="finding-whole">This is about the file as a whole: no bytes of it stand for it.</p>
      )}
    </div>
  )
}
