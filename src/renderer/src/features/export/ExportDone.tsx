import type { MadeExport } from '../../state/exportStore'
import { useStores } from '../../state/stores'
import { formatBytes, formatNumberOf } from '../../ui/format'
import { formatWords } from './exportWords'
import { OutputDone, OutputRow } from './output/OutputDone'

export interface ExportDoneProps {
  readonly result: MadeExport
  readonly onClose: () => void
}

/** The folder that an export made, and the hash of its manifest. */
export function ExportDone({ result, onClose }: ExportDoneProps) {
  const { exports } = useStores()
  const { label, sessions, files, bytes, manifestSha256, format } = result
  return (
    <OutputDone
      title={`${formatNumberOf(sessions, 'session')} exported`}
      facts={`${formatWords[format].title}, ${formatNumberOf(files, 'file')}, ${formatBytes(bytes)}`}
      again="Export more"
      onAgain={() => void exports.getState().begin()}
      onClose={onClose}
    >
      <OutputRow name="Folder" value={label} />
      <OutputRow name="SHA-256 of manifest.sha256" value={manifestSha256} />
      <p className="quiet">
        Keep this hash apart from the folder: with it, nobody can change the manifest unnoticed.
      </p>
      <OutputRow name="To verify, in that folder" value="sha256sum -c manifest.sha256" />
    </OutputDone>
  )
}
