import { Archive, Check, ChevronsUpDown, FolderOpen, House, RotateCw, Sparkles } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { Root } from '../../../../shared/contract/contract'
import { assertNever } from '../../../../shared/assertNever'
import { chooseFiles } from '../../state/opening'
import { useApp, useSessions, useStores } from '../../state/stores'
import { visibleText } from '../../ui/visibleText'
import { menuContainer } from '../../ui/menuContainer'
import { findCommand } from '../../state/commands'

/** Says which root is listed, and changes it. */
export function RootMenu() {
  const stores = useStores()
  const roots = useSessions((state) => state.roots)
  const rootId = useSessions((state) => state.rootId)
  const canChoose = useApp((state) => state.info?.canChooseFiles ?? false)
  const current = roots.find((root) => root.rootId === rootId)
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="root-trigger" title={current?.label}>
        <RootIcon kind={current?.kind ?? 'home'} />
        <span className="clip">{current === undefined ? 'Sessions' : rootName(current)}</span>
        <ChevronsUpDown size={14} aria-hidden className="ml-auto quiet" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={menuContainer()}>
        <DropdownMenu.Content className="menu" align="start" sideOffset={4}>
          <DropdownMenu.Label className="menu-label">Read sessions from</DropdownMenu.Label>
          {roots.map((root) => (
            <DropdownMenu.Item
              key={root.rootId}
              className="menu-item"
              onSelect={() => void stores.sessions.getState().selectRoot(root.rootId)}
            >
              <span className="menu-mark">
                {root.rootId === rootId ? <Check size={14} aria-label="selected" /> : null}
              </span>
              <RootIcon kind={root.kind} />
              <span className="clip">{rootName(root)}</span>
              {!root.exists && <span className="menu-tail">cannot be read</span>}
            </DropdownMenu.Item>
          ))}
          <DropdownMenu.Separator className="menu-line" />
          {!roots.some((root) => root.kind === 'samples') && (
            <DropdownMenu.Item
              className="menu-item"
              onSelect={() => findCommand('open-samples')?.run(stores, 'other')}
            >
              <span className="menu-mark" />
              <Sparkles size={14} aria-hidden />
              Open the sample sessions
            </DropdownMenu.Item>
          )}
          {canChoose && (
            <DropdownMenu.Item className="menu-item" onSelect={() => void chooseFiles(stores, 'root')}>
              <span className="menu-mark" />
              <FolderOpen size={14} aria-hidden />
              Choose another Codex home…
            </DropdownMenu.Item>
          )}
          <DropdownMenu.Item className="menu-item" onSelect={() => void stores.sessions.getState().reload()}>
            <span className="menu-mark" />
            <RotateCw size={14} aria-hidden />
            Read the list again
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

function rootName(root: Root): string {
  return visibleText(root.label)
}

function RootIcon({ kind }: { readonly kind: Root['kind'] }) {
  switch (kind) {
    case 'home':
      return <House size={14} aria-hidden />
    case 'opened':
      return <Archive size={14} aria-hidden />
    case 'samples':
      return <Sparkles size={14} aria-hidden />
    default:
      return assertNever(kind)
  }
}
