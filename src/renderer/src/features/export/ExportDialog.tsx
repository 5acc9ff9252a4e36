import { useExport, useStores } from '../../state/stores'
import { ExportChoices } from './ExportChoices'
import { ExportDone } from './ExportDone'
import { OutputDialog, type OutputWords } from './output/OutputDialog'

const words: OutputWords = {
  title: 'Export sessions',
  running: 'Exporting',
  runningNote: 'The folder gets its name when it is complete.',
  cancel: 'Cancel the export',
  failed: 'Nothing was exported',
}

/** Exports sessions: what, as what, where to, and what came of it. */
export function ExportDialog() {
  const { exports, window } = useStores()
  const run = useExport((state) => state.run)
  function close(): void {
    exports.getState().leave()
    window.getState().openDialog(null)
  }
  return (
    <OutputDialog
      words={words}
      run={run}
      choices={<ExportChoices onClose={close} />}
      done={(result) => <ExportDone result={result} onClose={close} />}
      onClose={close}
      onCancel={() => {
        exports.getState().cancel()
      }}
      onBack={() => void exports.getState().back()}
    />
  )
}
