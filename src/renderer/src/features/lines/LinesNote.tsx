import { isFiltering } from '../../state/filterTypes'
import { useStores, useViewer } from '../../state/stores'
import { formatCount } from '../../ui/format'
import { hiddenWords } from './filterWords'

/** Says below the lines what is missing of them, if anything is. */
export function LinesNote() {
  const { viewer } = useStores()
  const indexing = useViewer((state) => state.indexing)
  const failure = useViewer((state) => state.linesFailure)
  const lineCount = useViewer((state) => state.index?.lineCount ?? 0)
  const areMatches = useViewer(isFiltering)
  if (failure !== null) {
    return (
      <div className="lines-note" role="alert">
        Some lines could not be read: {failure.message} {failure.hint ?? ''}
      </div>
    )
  }
  if (areMatches) return <HiddenNote />
  if (indexing.status !== 'cancelled' && indexing.status !== 'failed') return null
  // Of a file that has changed there is no more to count; the banner above offers to open it again.
  const isChanged = indexing.status === 'failed' && indexing.error.code === 'changed'
  return (
    <div className="lines-note" role="status">
      Counting stopped after {formatCount(lineCount)} lines; later ones are not shown.{' '}
      {indexing.status === 'failed' ? indexing.error.message : ''}{' '}
      {isChanged ? null : (
        <button type="button" className="link" onClick={() => void viewer.getState().recount()}>
          Go on counting
        </button>
      )}
    </div>
  )
}

/** How many lines the filter hides, and whether the selected one is among them. */
function HiddenNote() {
  const { viewer, window } = useStores()
  const matched = useViewer((state) => state.matched)
  const selected = useViewer((state) => state.selectedLine)
  const place = useViewer((state) => state.matchPlace)
  const reveal = useViewer((state) => state.reveal)
  const words = matched === null ? null : hiddenWords(matched)
  const isHidden = place !== null && place.lineNumber === selected && place.isKnown && !place.isMatch
  // Who went to a line and does not get to see it must notice; one that was selected before is told in passing.
  const wentThere = isHidden && reveal?.lineNumber === selected && reveal.alignment === 'center'
  return (
    <div className="lines-note lines-note-filter" data-tone={wentThere ? 'warning' : undefined}>
      <span role="status" aria-live={matched?.complete === true ? 'polite' : 'off'}>
        {words ??
          (matched?.complete === true ? 'The filter hides no line' : 'The filter hides no line so far')}
        {isHidden && `, line ${formatCount(place.lineNumber)}, which is selected, among them`}.
      </span>
      <button
        type="button"
        className="link"
        onClick={() => {
          viewer.getState().setFilterMode('find')
          window.getState().requestFocus('view')
        }}
      >
        Show all
      </button>
    </div>
  )
}
