import { reportFormats, type ReportFormat } from '../../../../shared/validation/reportFormat'
import { runIdOf } from '../../state/validationStore'
import { useApp, useReport, useStores, useValidation } from '../../state/stores'
import { PlaceFields } from '../../ui/PlaceFields'
import { formatNumberOf } from '../../ui/format'

const formatWords: Readonly<Record<ReportFormat, { readonly title: string; readonly text: string }>> = {
  text: { title: 'Text', text: 'A block for each session, to read.' },
  json: { title: 'JSON', text: 'One document, as "rollscope validate --json" prints it.' },
  jsonl: {
    title: 'JSON lines',
    text: 'One line for each session, the summary last: for reports of any size.',
  },
}

/** As what a report is written, and where to. */
export function ReportChoices() {
  const { reports, validation, window } = useStores()
  const canWrite = useReport((state) => state.destination !== null && state.targetError === null)
  const total = useValidation(({ run }) => (run.status === 'ended' ? run.state.totalFiles : null))
  const runId = useValidation(({ run }) => runIdOf(run))
  return (
    <form
      className="export"
      onSubmit={(event) => {
        event.preventDefault()
        if (canWrite && runId !== null) void reports.getState().write(runId)
      }}
    >
      <div className="export-body">
        <p className="quiet">
          The report of {total === null ? 'this validation' : formatNumberOf(total, 'session')}, whatever the
          table shows now, in the order of the paths.
        </p>
        <FormatField />
        <Place />
      </div>
      <div className="export-foot">
        <button
          type="button"
          className="button"
          onClick={() => {
            window.getState().openDialog(null)
          }}
        >
          Cancel
        </button>
        <button
          type="submit"
          className="button button-primary"
          disabled={!canWrite || validation.getState().run.status !== 'ended'}
        >
          Export report
        </button>
      </div>
    </form>
  )
}

function FormatField() {
  const { reports } = useStores()
  const chosen = useReport((state) => state.format)
  return (
    <fieldset className="export-field">
      <legend>As</legend>
      {reportFormats.map((format) => (
        <label key={format} className="export-choice">
          <input
            type="radio"
            name="report-format"
            checked={format === chosen}
            aria-describedby={`report-format-${format}`}
            onChange={() => void reports.getState().setFormat(format)}
          />
          <span>
            {formatWords[format].title}
            <span id={`report-format-${format}`} className="export-hint">
              {formatWords[format].text}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function Place() {
  const { reports } = useStores()
  const exportsTo = useApp((state) => state.info?.exportsTo ?? 'nowhere')
  const { destination, fileName, targetError } = useReport((state) => state)
  if (exportsTo === 'nowhere') {
    return (
      <section className="export-field" aria-label="Where">
        <h3>Where</h3>
        <p>
          A page in a browser writes nowhere by itself. Start Rollscope with a folder for exports:{' '}
          <span className="mono">rollscope serve --export-to DIR</span>, or write a report with{' '}
          <span className="mono">rollscope validate --output</span>.
        </p>
      </section>
    )
  }
  return (
    <fieldset className="export-field">
      <legend>Where</legend>
      <PlaceFields
        place={destination?.label ?? null}
        nameLabel="New file"
        name={fileName}
        error={targetError}
        onChoose={exportsTo === 'chosen-folder' ? () => void reports.getState().chooseDestination() : null}
        onName={(name) => void reports.getState().setFileName(name)}
      />
    </fieldset>
  )
}
