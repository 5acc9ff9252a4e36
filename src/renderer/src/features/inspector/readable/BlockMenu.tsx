import { Ellipsis } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { copyText } from '../../../state/copying'
import { useStores } from '../../../state/stores'
import { menuContainer } from '../../../ui/menuContainer'
import { visibleText } from '../../../ui/visibleText'

/** Something of a block that can be copied. */
export interface CopyChoice {
  readonly label: string
  /** What is said when it is copied. */
  readonly what: string
  readonly text: string
  /** Shown behind the label, such as the pointer itself. */
  readonly tail?: string
}

/** Pointer of a place as a choice; null for the line as a whole, which needs none. */
export function pointerChoice(pointer: string, of = ''): readonly CopyChoice[] {
  const label = of === '' ? 'Copy JSON pointer' : `Copy JSON pointer of ${of}`
  return pointer === '' ? [] : [{ label, what: 'JSON pointer', text: pointer, tail: pointer }]
}

export interface BlockMenuProps {
  /** What the block is, for the name of the menu. */
  readonly name: string
  readonly choices: readonly CopyChoice[]
}

/** What can be copied of a block. */
export function BlockMenu({ name, choices }: BlockMenuProps) {
  const stores = useStores()
  if (choices.length === 0) return null
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="icon-button block-menu" aria-label={`Copy from: ${name}`} title="Copy">
        <Ellipsis size={15} strokeWidth={1.75} aria-hidden />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={menuContainer()}>
        <DropdownMenu.Content className="menu block-choices" align="end" sideOffset={2}>
          {choices.map((choice, index) => (
            <DropdownMenu.Item
              key={index}
              className="menu-item"
              onSelect={() => void copyText(stores, choice.text, choice.what)}
            >
              <span>{visibleText(choice.label)}</span>
              {choice.tail !== undefined && (
                <span className="menu-tail mono clip">{visibleText(choice.tail)}</span>
              )}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
