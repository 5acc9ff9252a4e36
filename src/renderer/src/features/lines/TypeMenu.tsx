import { Check, ChevronDown } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useStores, useViewer } from '../../state/stores'
import { formatCount, formatNumberOf } from '../../ui/format'
import { menuContainer } from '../../ui/menuContainer'
import { visibleText } from '../../ui/visibleText'
import { unknownCount } from './filterWords'

/** Most types that the menu lists; a text finds the others. */
const mostTypes = 200

/** The types of the file with how many lines each has; any number of them can be chosen. */
export function TypeMenu() {
  const { viewer } = useStores()
  const wanted = useViewer((state) => state.wish.types)
  const census = useViewer((state) => state.census)
  const unknown = unknownCount(useViewer((state) => state.check.status))
  const [only] = wanted
  const label =
    only === undefined ? 'All types' : wanted.length === 1 ? nameOf(only) : `${String(wanted.length)} types`
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger
        className="button button-small type-trigger"
        aria-label={`Types: ${label}`}
        data-on={only !== undefined}
      >
        <span className="clip">{label}</span>
        <ChevronDown size={14} aria-hidden />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={menuContainer()}>
        <DropdownMenu.Content className="menu type-menu" align="end" sideOffset={4}>
          <DropdownMenu.Item
            className="menu-item"
            onSelect={() => {
              viewer.getState().changeWish({ types: [] })
            }}
          >
            <span className="menu-mark">{only === undefined && <Check size={14} aria-hidden />}</span>
            All types
          </DropdownMenu.Item>
          <DropdownMenu.Separator className="menu-line" />
          {census === null && (
            <DropdownMenu.Label className="menu-label">Types: {unknown.words}</DropdownMenu.Label>
          )}
          {census?.types.slice(0, mostTypes).map(({ name, count }) => (
            <Type key={name} name={name} count={count} wanted={wanted} />
          ))}
          <Omitted />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

interface TypeProps {
  readonly name: string
  readonly count: number
  readonly wanted: readonly string[]
}

function Type({ name, count, wanted }: TypeProps) {
  const { viewer } = useStores()
  return (
    <DropdownMenu.CheckboxItem
      className="menu-item"
      checked={wanted.includes(name)}
      onCheckedChange={(isWanted) => {
        const others = wanted.filter((known) => known !== name)
        viewer.getState().changeWish({ types: isWanted ? [...others, name] : others })
      }}
      onSelect={(event) => {
        event.preventDefault()
      }}
    >
      <span className="menu-mark">
        <DropdownMenu.ItemIndicator>
          <Check size={14} aria-hidden />
        </DropdownMenu.ItemIndicator>
      </span>
      <span className="mono clip">{nameOf(name)}</span>
      <span className="menu-tail">{formatCount(count)}</span>
    </DropdownMenu.CheckboxItem>
  )
}

/** What the menu leaves out, counted. */
function Omitted() {
  const census = useViewer((state) => state.census)
  if (census === null) return null
  const rest = census.types.slice(mostTypes).reduce((sum, { count }) => sum + count, census.otherTypes)
  if (rest === 0) return null
  return (
    <DropdownMenu.Label className="menu-label">
      {formatNumberOf(rest, 'line')} of other types
    </DropdownMenu.Label>
  )
}

function nameOf(name: string): string {
  return name === '' ? 'no type' : visibleText(name)
}
