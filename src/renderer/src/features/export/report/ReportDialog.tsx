import type { WrittenReport } from '../../../../../shared/validation/run'
import { useReport, useStores } from '../../../state/stores'
import { formatBytes } from '../../../ui/format'
import { OutputDialog, type OutputWords } from '../output/OutputDialog'
import { OutputDone, OutputRow } from '../output/OutputDone'
import { ReportChoices } from './ReportChoices'

const words: OutputWords = {
  title: 'Export the report',
  running: 'Writing',
  runningNote: 'The file gets its name when it is complete.',
  cancel: 'Cancel',
  failed: 'No report was written',
}

/** Writes the report of the validation: as what, where to, and what came of it. */
export function ReportDialog() {
  const { reports, window } = useStores()
  const run = useReport((state) => state.run)
  function close(): void {
    reports.getState().leave()
    window.getState().openDialog(null)
  }
  return (
    <OutputDialog
      words={words}
      run={run}
      choices={<ReportChoices onClose={close} />}
      done={(result) => <ReportDone written={result} onClose={close} />}
      onClose={close}
      onCancel={() => {
        reports.getState().cancel()
      }}
      onBack={() => void reports.getState().back()}
    />
  )
}

interface ReportDoneProps {
  readonly written: WrittenReport
  readonly onClose: () => void
}

/** Where a report lies now, and the hash by which anybody can check it. */
function ReportDone({ written: { label, bytes, sha256 }, onClose }: ReportDoneProps) {
  const { reports } = useStores()
  return (
    <OutputDone
      title="Report written"
      facts={formatBytes(bytes)}
      again="Write another"
      onAgain={() => void reports.getState().begin()}
      onClose={onClose}
    >
      <OutputRow name="File" value={label} />
      <OutputRow name="SHA-256" value={sha256} />
      <p className="quiet">
        Keep this hash apart from the file: with it, nobody can change the report unnoticed.
      </p>
    </OutputDone>
  )
}
