import { useApp, useExport, useStores } from '../../state/stores'
import { PlaceFields } from '../../ui/PlaceFields'
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
      <PlaceFields
        place={destination?.label ?? null}
        nameLabel="New folder"
        name={folderName}
        error={error}
        onChoose={exportsTo === 'chosen-folder' ? () => void exports.getState().chooseDestination() : null}
        onName={(name) => void exports.getState().setFolderName(name)}
      />
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
