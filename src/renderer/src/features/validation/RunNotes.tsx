import type { HomeReport } from '../../../../shared/validation/homeReport'
import { compareSeverity } from '../../../../shared/validation/severity'
import type { RunState } from '../../../../shared/validation/run'
import type { Problem } from '../../../../shared/session/session'
import { formatCount, formatNumberOf } from '../../ui/format'
import { SeverityIcon } from '../../ui/SeverityIcon'
import { visibleText } from '../../ui/visibleText'

export interface RunNotesProps {
  readonly state: RunState
}

/** What is no row: what could not be listed, and what was found in a home as a whole. Nothing where there is nothing. */
export function RunNotes({ state }: RunNotesProps) {
  const { problems, problemCount, homes, keepsReports } = state
  return (
    <>
      {homes.map((home) => (
        <HomeNote key={home.path} home={home} />
      ))}
      {problemCount > 0 && <Problems problems={problems} count={problemCount} />}
      {!keepsReports && (
        <p className="run-note" role="alert">
          <SeverityIcon severity="warning" /> Not all reports could be kept in Rollscope’s data folder, so
          there is no whole report to export. The rows are complete.
        </p>
      )}
    </>
  )
}

/** A home in which nothing was found says so where something of it was not checked: silence would look like approval. */
function HomeNote({ home }: { readonly home: HomeReport }) {
  const { findings, notChecked } = home
  if (findings.length === 0 && notChecked.length === 0) return null
  return (
    <details className="run-note">
      <summary>
        <SeverityIcon severity={worstOf(findings)} />{' '}
        {findings.length === 0 ? 'Nothing found' : formatNumberOf(findings.length, 'finding')} in the home as
        a whole
        {notChecked.length > 0 && `; ${formatCount(notChecked.length)} not checked`}
      </summary>
      <ul className="run-note-list">
        {findings.map(({ rule, severity, message, files }) => (
          <li key={`${rule} ${message} ${files.join(' ')}`}>
            <SeverityIcon severity={severity} /> <span className="mono">{rule}</span> {visibleText(message)}
            {files.map((file) => (
              <span key={file} className="mono run-note-file">
                {visibleText(file)}
              </span>
            ))}
          </li>
        ))}
        {notChecked.map((text) => (
          <li key={text} className="quiet">
            Not checked: {visibleText(text)}
          </li>
        ))}
      </ul>
    </details>
  )
}

function worstOf(findings: HomeReport['findings']): HomeReport['findings'][number]['severity'] {
  return findings.map(({ severity }) => severity).sort(compareSeverity)[0] ?? 'info'
}

function Problems({ problems, count }: { readonly problems: readonly Problem[]; readonly count: number }) {
  return (
    <details className="run-note">
      <summary>
        <SeverityIcon severity="warning" /> {formatNumberOf(count, 'place')} not listed, so what is there was
        not validated
      </summary>
      <ul className="run-note-list">
        {problems.map(({ message, path }) => (
          <li key={`${message}${path ?? ''}`}>{visibleText(message)}</li>
        ))}
        {count > problems.length && (
          <li className="quiet">and {formatCount(count - problems.length)} more</li>
        )}
      </ul>
    </details>
  )
}
