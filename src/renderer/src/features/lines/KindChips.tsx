import { lineGroups, type LineGroup } from '../../../../shared/rollout/strip'
import { useStores, useViewer } from '../../state/stores'
import { formatNumberOf } from '../../ui/format'
import { kindLooks } from '../../ui/recordLook'
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
    </div>
  )
}
