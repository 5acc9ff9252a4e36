import { X } from 'lucide-react'
import type { Recent } from '../../../../shared/settings/recent'
import { openRecent } from '../../state/opening'
import { unlistedRecents } from '../../state/recentsStore'
import { useRecents, useSessions, useStores } from '../../state/stores'
import { IconButton } from '../../ui/IconButton'
import { RecentIcon } from '../../ui/RecentIcon'
import { visibleText } from '../../ui/visibleText'

/** How many are shown; the native menu has all of them. */
const mostShown = 8

/** What was opened before. What is missing stays, says so, and can be taken away. */
export function RecentList() {
  const roots = useSessions((state) => state.roots)
  const known = useRecents((state) => state.recents)
  const recents = unlistedRecents(known, roots)
  if (recents.length === 0) return null
  return (
    <section className="recents" aria-label="Opened before">
      <h2>Opened before</h2>
      <ul>
        {recents.slice(0, mostShown).map((recent) => (
          <RecentRow key={recent.recentId} recent={recent} />
        ))}
      </ul>
    </section>
  )
}

function RecentRow({ recent: { recentId, kind, label, place, isMissing } }: { readonly recent: Recent }) {
  const stores = useStores()
  const name = visibleText(label)
  return (
    <li className="recent">
      <RecentIcon kind={kind} />
      {isMissing ? (
        <span className="recent-name clip quiet">{name}</span>
      ) : (
        <button
          type="button"
          className="link recent-name clip"
          onClick={() => void openRecent(stores, recentId)}
        >
          {name}
        </button>
      )}
      <span className="recent-place clip quiet" title={visibleText(place)}>
        {isMissing ? `missing from ${visibleText(place)}` : visibleText(place)}
      </span>
      <IconButton
        icon={X}
        label={`Forget ${name}`}
        onClick={() => void stores.recents.getState().remove(recentId)}
      />
    </li>
  )
}
