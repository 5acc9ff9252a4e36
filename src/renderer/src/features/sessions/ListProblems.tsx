import { useMemo } from 'react'
import { compareSeverity } from '../../../../shared/validation/severity'
import { useSessions, useStores } from '../../state/stores'
import { Modal } from '../../ui/Modal'
import { SeverityIcon, severityWords } from '../../ui/SeverityIcon'
import { formatCount } from '../../ui/format'
import { visibleText } from '../../ui/visibleText'
import { listProblemWords } from './listProblems'

/** So many are drawn; what is beyond is counted. */
const mostShown = 500

/** One quiet line under the head of the list: what the listing did not read. Stays for as long as it is true. */
export function ListProblemsLine() {
  const { window } = useStores()
  const problems = useSessions((state) => state.problems)
  const words = useMemo(() => listProblemWords(problems), [problems])
  if (words === null) return null
  return (
    <button
      type="button"
      className="list-problems"
      data-severity={words.tone}
      aria-haspopup="dialog"
      onClick={() => {
        window.getState().openDialog('list-problems')
      }}
    >
      <SeverityIcon severity={words.tone} />
      <span className="clip">{words.sentence}</span>
      <span className="list-problems-show">Show</span>
    </button>
  )
}

/** Every one of them with its message, the worst first. */
export function ListProblemsDialog() {
  const { window } = useStores()
  const problems = useSessions((state) => state.problems)
  const sorted = useMemo(
    () => problems.toSorted((a, b) => compareSeverity(a.severity, b.severity)),
    [problems],
  )
  const hidden = sorted.length - mostShown
  return (
    <Modal
      title={listProblemWords(problems)?.sentence ?? 'Everything was read'}
      description={null}
      size="wide"
      isTitleShown
      onClose={() => {
        window.getState().openDialog(null)
      }}
    >
      <div className="modal-body" tabIndex={0} role="region" aria-label="What the listing tells">
        <ul className="problem-list">
          {sorted.slice(0, mostShown).map(({ code, severity, message, path }, index) => (
            <li key={index}>
              <SeverityIcon severity={severity} />
              <div>
                <div>
                  <span className="sr-only">{severityWords[severity]}: </span>
                  {visibleText(message)}
                </div>
                {path !== null && !message.includes(path) && <div className="mono">{visibleText(path)}</div>}
                <div className="quiet mono text-11">{code}</div>
              </div>
            </li>
          ))}
        </ul>
        {hidden > 0 && (
          <p className="quiet">
            {formatCount(hidden)} more are not shown here: {formatCount(mostShown)} of{' '}
            {formatCount(sorted.length)} are.
          </p>
        )}
      </div>
    </Modal>
  )
}
