import { errorText } from '../../../../shared/result'
import { useApp, useExport, useStores } from '../../state/stores'
import { visibleText } from '../../ui/visibleText'
import { unfinishedWords } from './exportWords'

/** Where the new folder goes and what it is called. A host that has no place for exports says how to give it one. */
export function ExportPlace() {
  const { exports } = useStores()
  const exportsTo = useApp((state) => state.info?.exportsTo ?? 'nowhere')
  const destination = useExport((state) => state.destination)
  const folderName = useExport((state) => state.folderName)
  const error = useExport((state) => state.targetError)
  const unfinished = useExport((state) => state.unfinished)
  if (exportsTo === 'nowhere') return <NoPlace />
  return (
    <fieldset className="export-field">
      <legend>Where</legend>
      <div className="export-place">
        <span className={destination === null ? 'quiet' : 'mono clip'} title={destination?.label}>
          {destination === null ? 'No folder chosen yet' : visibleText(destination.label)}
        </span>
        {exportsTo === 'chosen-folder' && (
          <button
            type="button"
            className="button button-small"
            onClick={() => void exports.getState().chooseDestination()}
          >
            Choose folder…
          </button>
        )}
      </div>
      <label className="export-name">
        <span>New folder</span>
        <input
          className="field mono"
          type="text"
          spellCheck={false}
          autoComplete="off"
          value={folderName}
          aria-invalid={error !== null}
          aria-describedby="export-target-error"
          onChange={(event) => void exports.getState().setFolderName(event.target.value)}
        />
      </label>
      <p id="export-target-error" className="export-error" aria-live="polite">
        {error === null ? '' : visibleText(errorText(error))}
      </p>
      {unfinished.length > 0 && <p className="quiet">{visibleText(unfinishedWords(unfinished))}</p>}
    </fieldset>
  )
}

function NoPlace() {
  return (
    <section className="export-field" aria-label="Where">
      <h3>Where</h3>
      <p>
        A page in a browser writes nowhere by itself. Start Rollscope with a folder for exports:{' '}
        <span className="mono">rollscope serve --export-to DIR</span>, or export with{' '}
        <span className="mono">rollscope export</span>.
      </p>
    </section>
  )
}
