import { useShallow } from 'zustand/react/shallow'
import type { Finding } from '../../../../shared/validation/finding'
import { copyFindingHex } from '../../state/copyFinding'
import { citability, citationHint, citationOf, copyText } from '../../state/copying'
import { useStores, useViewer } from '../../state/stores'
import { CopyButton } from '../../ui/CopyButton'
import { hasBytes } from './findingWords'

export interface FindingActionsProps {
  readonly finding: Finding
  readonly fileId: string
}

/** What can be copied of a finding: its bytes, and a citation of its line. */
export function FindingActions({ finding, fileId }: FindingActionsProps) {
  const stores = useStores()
  const { lineNumber, byteLength } = finding
  const header = useViewer((state) => (state.session.status === 'ready' ? state.session.header : null))
  const citable = useViewer(useShallow(citability))
  const sha256 = citable.status === 'yes' ? citable.sha256 : null
  if (!hasBytes(finding)) return null
  const canCite = sha256 !== null && header !== null && lineNumber !== null
  return (
    <div className="finding-actions">
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
    </div>
  )
}
