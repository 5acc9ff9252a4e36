import { lastMeasuredVersion } from '../../../../shared/rollout/codexEyes'
import { lineGroups, type LineGroup } from '../../../../shared/rollout/strip'
import { useStores, useViewer } from '../../state/stores'
import { formatNumberOf } from '../../ui/format'
import { kindLooks } from '../../ui/recordLook'
import type { ViewerState } from '../../state/viewerTypes'
import { shortCount, unknownCount } from './filterWords'

/** The groups of lines by letter and hue, with how many lines each has, as soon as the check has counted them. */
export function KindChips() {
  const { viewer } = useStores()
  const wanted = useViewer((state) => state.wish.kinds)
  const census = useViewer((state) => state.census)
  const unknown = unknownCount(useViewer((state) => state.check.status))

  function toggle(group: LineGroup): void {
    const kinds = wanted.includes(group) ? wanted.filter((known) => known !== group) : [...wanted, group]
    viewer.getState().changeWish({ kinds })
  }

  return (
    <div className="kind-chips" role="group" aria-label="Kinds of line">
      {lineGroups.map((group) => {
        const count = census?.groups[group] ?? null
        const { label, letter } = kindLooks[group]
        const words = `${label}, ${count === null ? unknown.words : formatNumberOf(count, 'line')}`
        return (
          <button
            key={group}
            type="button"
            className={`kind-chip kind-${group}`}
            aria-pressed={wanted.includes(group)}
            aria-label={words}
            title={words}
            data-empty={count === 0}
            onClick={() => {
              toggle(group)
            }}
          >
            <span className="kind-chip-letter">{letter}</span>
            {group === 'damage' && 'Damaged '}
            <span className="kind-chip-count">{count === null ? unknown.mark : shortCount(count)}</span>
          </button>
        )
      })}
      <LostChip />
    </div>
  )
}

/** Lines that Codex does not read, while lines are shown as it sees them; and for as long as nothing else is listed. */
function LostChip() {
  const { viewer } = useStores()
  const isEyeOn = useViewer((state) => state.isEyeOn)
  const isLost = useViewer((state) => state.wish.isLost)
  const count = useViewer(lostCount)
  const unknown = unknownCount(useViewer((state) => state.check.status))
  if (!isEyeOn && !isLost) return null
  const words = `Not read by Codex ${lastMeasuredVersion}, ${count === null ? unknown.words : formatNumberOf(count, 'line')}`
  return (
    <button
      type="button"
      className="kind-chip"
      aria-pressed={isLost}
      aria-label={words}
      title={words}
      data-empty={count === 0}
      onClick={() => {
        viewer.getState().changeWish({ isLost: !isLost })
      }}
    >
      Not read by Codex
      <span className="kind-chip-count">{count === null ? unknown.mark : shortCount(count)}</span>
    </button>
  )
}

/** How many lines the check found that Codex skips or misreads; null before it. */
function lostCount({ check }: ViewerState): number | null {
  const codex = check.status === 'done' ? check.report.codex : null
  return codex?.measured === true ? codex.lines.skips + codex.lines.misreads : null
}
