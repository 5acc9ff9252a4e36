import { ArrowDownNarrowWide, ArrowUpNarrowWide, Check } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { sortKeys, type SortKey } from '../../../../shared/session/query'
import { usePreferences, useSessions, useStores } from '../../state/stores'
import { timeZones, type TimeZone } from '../../../../shared/settings/settings'
import { zoneLabel } from '../../ui/format'
import { menuContainer } from '../../ui/menuContainer'

const sortWords: Readonly<Record<SortKey, string>> = {
  created: 'Created',
  updated: 'Last written',
  size: 'Size',
}
const zoneWords: Readonly<Record<TimeZone, string>> = { utc: 'UTC', local: 'Local time' }

/** Order of the list, whether it shows threads, and zone of its times. */
export function SortMenu() {
  const { sessions, preferences } = useStores()
  const sort = useSessions((state) => state.view.sort)
  const ascending = useSessions((state) => state.view.ascending)
  const zone = usePreferences((state) => state.timeZone)
  const isGrouped = usePreferences((state) => state.isGrouped)
  const Icon = ascending ? ArrowUpNarrowWide : ArrowDownNarrowWide
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger
        className="icon-button"
        aria-label={`Order: ${sortWords[sort]}, ${ascending ? 'ascending' : 'descending'}`}
        title="Order, threads and time zone"
      >
        <Icon size={15} strokeWidth={1.75} aria-hidden />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={menuContainer()}>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4}>
          <DropdownMenu.Label className="menu-label">Order by</DropdownMenu.Label>
          <DropdownMenu.RadioGroup
            value={sort}
            onValueChange={(value) => {
              const key = sortKeys.find((known) => known === value)
              if (key !== undefined) sessions.getState().change({ sort: key })
            }}
          >
            {sortKeys.map((key) => (
              <Choice key={key} value={key} label={sortWords[key]} />
            ))}
          </DropdownMenu.RadioGroup>
          <DropdownMenu.Separator className="menu-line" />
          <DropdownMenu.RadioGroup
            value={ascending ? 'ascending' : 'descending'}
            onValueChange={(value) => {
              sessions.getState().change({ ascending: value === 'ascending' })
            }}
          >
            <Choice value="descending" label={sort === 'size' ? 'Largest first' : 'Newest first'} />
            <Choice value="ascending" label={sort === 'size' ? 'Smallest first' : 'Oldest first'} />
          </DropdownMenu.RadioGroup>
          <DropdownMenu.Separator className="menu-line" />
          <DropdownMenu.CheckboxItem
            className="menu-item"
            checked={isGrouped}
            onCheckedChange={(isChecked) => {
              preferences.getState().change({ isGrouped: isChecked })
            }}
          >
            <span className="menu-mark">
              <DropdownMenu.ItemIndicator>
                <Check size={14} aria-hidden />
              </DropdownMenu.ItemIndicator>
            </span>
            Group by thread
          </DropdownMenu.CheckboxItem>
          <DropdownMenu.Separator className="menu-line" />
          <DropdownMenu.Label className="menu-label">Times in</DropdownMenu.Label>
          <DropdownMenu.RadioGroup
            value={zone}
            onValueChange={(value) => {
              const next = timeZones.find((known) => known === value)
              if (next !== undefined) preferences.getState().change({ timeZone: next })
            }}
          >
            {timeZones.map((known) => (
              <Choice
                key={known}
                value={known}
                label={zoneWords[known]}
                tail={known === 'local' ? zoneLabel(known).replace('local, ', '') : ''}
              />
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

interface ChoiceProps {
  readonly value: string
  readonly label: string
  readonly tail?: string
}

function Choice({ value, label, tail = '' }: ChoiceProps) {
  return (
    <DropdownMenu.RadioItem value={value} className="menu-item">
      <span className="menu-mark">
        <DropdownMenu.ItemIndicator>
          <Check size={14} aria-hidden />
        </DropdownMenu.ItemIndicator>
      </span>
      {label}
      {tail !== '' && <span className="menu-tail">{tail}</span>}
    </DropdownMenu.RadioItem>
  )
}
