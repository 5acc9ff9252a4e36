import { Archive, Check, ChevronsUpDown, FolderOpen, House, RotateCw, Sparkles, X } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { Root } from '../../../../shared/contract/openedFiles'
import { assertNever } from '../../../../shared/assertNever'
import { chooseFiles, openRecent } from '../../state/opening'
import { unlistedRecents } from '../../state/recentsStore'
import { useApp, useRecents, useSessions, useStores } from '../../state/stores'
import { visibleText } from '../../ui/visibleText'
import { menuContainer } from '../../ui/menuContainer'
import { RecentIcon } from '../../ui/RecentIcon'
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
      <DropdownMenu.Trigger className="root-trigger" title={triggerTitle(current)}>
        <RootIcon kind={current?.kind ?? 'home'} />
        <span className="clip">{current === undefined ? 'Sessions' : rootName(current)}</span>
        {current?.isReopened === true && <span className="root-note">chosen last time</span>}
        <ChevronsUpDown size={14} aria-hidden className="ml-auto quiet" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={menuContainer()}>
        <DropdownMenu.Content className="menu" align="start" sideOffset={4}>
          <DropdownMenu.Label className="menu-label">Read sessions from</DropdownMenu.Label>
          {roots.map((root) => (
            <DropdownMenu.Item
              key={root.rootId}
              className="menu-item"
              onSelect={() => {
                if (root.kind === 'home') void stores.client.invoke('root:choose', { rootId: root.rootId })
                void stores.sessions.getState().selectRoot(root.rootId)
              }}
            >
              <span className="menu-mark">
                {root.rootId === rootId ? <Check size={14} aria-label="selected" /> : null}
              </span>
              <RootIcon kind={root.kind} />
              <span className="clip">{rootName(root)}</span>
              {!root.exists && <span className="menu-tail">cannot be read</span>}
            </DropdownMenu.Item>
          ))}
          <RecentItems />
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

/** How many recent files the menu shows; the start page and the native menu have all of them. */
const mostRecents = 6

/** What was opened before, apart from the roots that are listed above. */
function RecentItems() {
  const stores = useStores()
  const roots = useSessions((state) => state.roots)
  const recents = useRecents((state) => state.recents)
  const shown = unlistedRecents(recents, roots).slice(0, mostRecents)
  if (shown.length === 0) return null
  return (
    <>
      <DropdownMenu.Separator className="menu-line" />
      <DropdownMenu.Label className="menu-label">Opened before</DropdownMenu.Label>
      {shown.map(({ recentId, kind, label, place, isMissing }) => (
        <DropdownMenu.Item
          key={recentId}
          className="menu-item"
          disabled={isMissing}
          title={visibleText(place)}
          onSelect={() => void openRecent(stores, recentId)}
        >
          <span className="menu-mark" />
          <RecentIcon kind={kind} />
          <span className="clip">{visibleText(label)}</span>
          {isMissing && <span className="menu-tail">missing</span>}
        </DropdownMenu.Item>
      ))}
      <DropdownMenu.Item className="menu-item" onSelect={() => void stores.recents.getState().clear()}>
        <span className="menu-mark" />
        <X size={14} aria-hidden />
        Forget what was opened before
      </DropdownMenu.Item>
    </>
  )
}

function triggerTitle(root: Root | undefined): string {
  if (root === undefined) return ''
  const reason = root.isReopened === true ? '\nRead again because it was chosen last time.' : ''
  return `${visibleText(root.label)}${reason}`
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
