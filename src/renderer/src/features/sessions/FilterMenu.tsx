import { ListFilter } from 'lucide-react'
import { Popover } from 'radix-ui'
import type { FacetId } from '../../state/facets'
import { useSessions } from '../../state/stores'
import { menuContainer } from '../../ui/menuContainer'
import { CreatedPanel } from './CreatedPanel'
import { FacetPanel } from './FacetPanel'
import { FacetValuesPanel } from './FacetValuesPanel'

/** What the menu shows: all facets, the values of one, or days. Null while it is closed. */
export type FilterPanel = 'all' | 'created' | FacetId | null

export interface FilterMenuProps {
  readonly panel: FilterPanel
  readonly onPanel: (panel: FilterPanel) => void
}

/** Narrows the list by what is recorded in its rows. */
export function FilterMenu({ panel, onPanel }: FilterMenuProps) {
  const chosen = useSessions(({ view }) => view.facets.size + (view.created.kind === 'any' ? 0 : 1))
  const words = chosen === 0 ? 'Filter by…' : `Filter by… (${String(chosen)} set)`
  return (
    <Popover.Root
      open={panel !== null}
      onOpenChange={(isOpen) => {
        onPanel(isOpen ? 'all' : null)
      }}
    >
      <Popover.Trigger
        className="icon-button filter-trigger"
        aria-label={words}
        title={words}
        data-set={chosen > 0}
      >
        <ListFilter size={15} strokeWidth={1.75} aria-hidden />
      </Popover.Trigger>
      <Popover.Portal container={menuContainer()}>
        <Popover.Content
          className="menu filter-menu"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label="Filter by"
        >
          {panel !== null && <PanelOf panel={panel} onPanel={onPanel} />}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

interface PanelOfProps {
  readonly panel: Exclude<FilterPanel, null>
  readonly onPanel: (panel: FilterPanel) => void
}

function PanelOf({ panel, onPanel }: PanelOfProps) {
  const back = (): void => {
    onPanel('all')
  }
  switch (panel) {
    case 'all':
      return <FacetPanel onChoose={onPanel} />
    case 'created':
      return <CreatedPanel onBack={back} />
    default:
      return <FacetValuesPanel key={panel} facet={panel} onBack={back} />
  }
}
