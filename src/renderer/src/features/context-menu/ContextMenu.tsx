import { useEffect, useRef } from 'react'
import { DropdownMenu } from 'radix-ui'
import type { ShownMenu } from '../../state/shownMenu'
import { findCommand } from '../../state/commands'
import { keyLabel } from '../../state/keys'
import { useStores, useWindow } from '../../state/stores'
import { menuContainer } from '../../ui/menuContainer'

export interface ContextMenuProps {
  readonly isMac: boolean
}

/** The menu of a row, where the host has none of its own. */
export function ContextMenu({ isMac }: ContextMenuProps) {
  const menu = useWindow((state) => state.menu)
  return menu === null ? null : <OpenMenu menu={menu} isMac={isMac} />
}

function OpenMenu({ menu: { items, at, choose }, isMac }: ContextMenuProps & { readonly menu: ShownMenu }) {
  const { window } = useStores()
  const chosen = useRef<string | null>(null)
  const focused = useRef<Element | null>(null)
  useEffect(() => {
    focused.current ??= document.activeElement
  }, [])

  function close(): void {
    window.getState().showMenu(null)
    choose(chosen.current)
  }

  return (
    <DropdownMenu.Root
      open
      modal={false}
      onOpenChange={(isOpen) => {
        if (!isOpen) close()
      }}
    >
      <DropdownMenu.Trigger asChild>
        <span aria-hidden className="menu-anchor" style={{ left: at.x, top: at.y }} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={menuContainer()}>
        <DropdownMenu.Content
          className="menu"
          align="start"
          aria-label="What can be done with this row"
          onCloseAutoFocus={(event) => {
            event.preventDefault()
          }}
        >
          {items.map((item, index) =>
            item.kind === 'line' ? (
              <DropdownMenu.Separator key={index} className="menu-line" />
            ) : (
              <DropdownMenu.Item
                key={item.id}
                className="menu-item"
                disabled={!item.isEnabled}
                onSelect={() => {
                  chosen.current = item.id
                }}
              >
                {item.label}
                <MenuKey id={item.id} isMac={isMac} />
              </DropdownMenu.Item>
            ),
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

function MenuKey({ id, isMac }: ContextMenuProps & { readonly id: string }) {
  const key = findCommand(id)?.keys[0]
  return key === undefined ? null : <span className="menu-tail">{keyLabel(key, isMac)}</span>
}
