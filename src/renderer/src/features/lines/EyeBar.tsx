import { lastMeasuredVersion } from '../../../../shared/rollout/codexEyes'
import { useViewer } from '../../state/stores'
import type { CheckState } from '../../state/checkState'
import { formatCount } from '../../ui/format'
import { visibleText } from '../../ui/visibleText'
import { eyeFacts, type EyeFact } from './eyeWords'
import { useEye } from './useEye'

/** Above the lines, while they are shown as Codex sees them: what it makes of the whole file. */
export function EyeBar() {
  const isOn = useViewer((state) => state.isEyeOn)
  return isOn ? <OpenBar /> : null
}

function OpenBar() {
  const check = useViewer((state) => state.check)
  const facts = check.status === 'done' ? eyeFacts(check.report.codex) : null
  const lineNote = useSelectedNote()
  const refusal = facts?.find(({ tone, note }) => tone === 'warning' && note !== '')?.note ?? ''
  const note = visibleText(lineNote ?? refusal)
  return (
    <div className="eye-bar" role="status" aria-label={`Codex ${lastMeasuredVersion}`}>
      <span className="eye-name">Codex {lastMeasuredVersion}</span>
      {facts === null ? (
        <span className="eye-fact">{waitingWords(check.status)}</span>
      ) : (
        facts.map((fact) => <Fact key={fact.text} fact={fact} />)
      )}
      <span className="eye-note" title={note}>
        {note}
      </span>
    </div>
  )
}

/** Why Codex does not read the selected line as it stands, in full; null where it does. */
function useSelectedNote(): string | null {
  const eye = useEye()
  const selected = useViewer((state) => state.selectedLine)
  const row = useViewer((state) => (selected === null ? undefined : state.row(selected)))
  const reading = eye(selected, row)
  if (selected === null || reading === null || reading.note === '') return null
  return `Line ${formatCount(selected)}: ${reading.note}`
}

function Fact({ fact: { tone, text, note } }: { readonly fact: EyeFact }) {
  return (
    <span className="eye-fact" data-tone={tone} title={note === '' ? undefined : visibleText(note)}>
      {tone === 'warning' && <span aria-hidden>! </span>}
      {visibleText(text)}
    </span>
  )
}

/** The check may have been stopped, or have failed; then lines are marked, and nothing is said of the file. */
function waitingWords(status: CheckState['status']): string {
  return status === 'waiting' || status === 'running'
    ? 'What it makes of the file is known when every byte was checked.'
    : 'What it makes of the file is not known: the check did not come to its end.'
}
