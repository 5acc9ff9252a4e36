import { useStores } from '../../state/stores'
import { useLineage } from '../../state/useLineage'
import { visibleText } from '../../ui/visibleText'
import { lineageClauses, type Clause, type Mention } from './lineageWords'

export interface LineageLineProps {
  readonly fileId: string
}

/** One quiet line about the files that this one belongs with, each a link to where the two meet. Its place never moves. */
export function LineageLine({ fileId }: LineageLineProps) {
  const state = useLineage(fileId)
  if (state.status === 'looking') return <p className="lineage">Looking for related files</p>
  if (state.status === 'failed') {
    return (
      <p className="lineage">Related files could not be looked for: {visibleText(state.error.message)}</p>
    )
  }
  const clauses = lineageClauses(state.lineage)
  return (
    <p
      className="lineage"
      role="group"
      aria-label="Related files"
      title={clauses.map(clauseText).join(' · ')}
    >
      {clauses.length === 0
        ? 'No related files were found'
        : clauses.map((clause, index) => <ClauseText key={index} clause={clause} isFirst={index === 0} />)}
    </p>
  )
}

/** The whole of a clause, for where its line is too short for it. */
function clauseText({ before, mention, after }: Clause): string {
  return visibleText(`${before} ${mention?.label ?? ''}${after}`).trim()
}

function ClauseText({ clause, isFirst }: { readonly clause: Clause; readonly isFirst: boolean }) {
  const { before, mention, after, tone } = clause
  return (
    <span className="lineage-clause" data-tone={tone}>
      {isFirst ? '' : ' · '}
      {before} {mention !== null && <MentionText mention={mention} />}
      {visibleText(after)}
    </span>
  )
}

function MentionText({ mention }: { readonly mention: Mention }) {
  const { viewer } = useStores()
  const { fileId, label, hint, line } = mention
  const text = visibleText(label.slice(0, 80))
  if (fileId === null) return <span title={visibleText(hint)}>{text}</span>
  return (
    <button
      type="button"
      className="lineage-link"
      title={`Open ${visibleText(hint)}`}
      onClick={() => void viewer.getState().open(fileId, label, line)}
    >
      {text}
    </button>
  )
}
