import { useMemo, useState } from 'react'
import { Command as Menu } from 'cmdk'
import { FileText, Hash } from 'lucide-react'
import { offeredCommands } from '../../state/commands'
import { parseTarget } from '../../state/goTo'
import { keyLabel } from '../../state/keys'
import { openSession } from '../../state/opening'
import { useApp, useSessions, useStores, useViewer } from '../../state/stores'
import { Modal } from '../../ui/Modal'
import { formatCount } from '../../ui/format'
import { visibleText } from '../../ui/visibleText'
import { matchingCommands, matchingSessions } from './matching'

export interface PaletteProps {
  readonly isMac: boolean
}

/** Finds a command, a session by its words, or a line by its number. */
export function Palette({ isMac }: PaletteProps) {
  const stores = useStores()
  const [text, setText] = useState('')
  const isReady = useViewer((state) => state.session.status === 'ready')
  const all = useSessions((state) => state.counts.all)
  const find = useSessions((state) => state.find)
  const target = isReady ? parseTarget(text) : null
  const canChoose = useApp((state) => state.info?.canChooseFiles ?? false)
  const shown = useMemo(() => matchingCommands(offeredCommands(canChoose), text), [canChoose, text])
  const sessions = useMemo(() => matchingSessions(find, text), [find, text])

  function run(action: () => void): () => void {
    return () => {
      stores.window.getState().openDialog(null)
      action()
    }
  }

  return (
    <Modal
      title="Find a command or a session"
      description={null}
      size="wide"
      isTitleShown={false}
      onClose={run(() => undefined)}
    >
      <Menu shouldFilter={false} loop label="Commands and sessions" className="pane">
        <Menu.Input
          className="palette-input"
          placeholder="A command, words of a session, or a line number"
          value={text}
          onValueChange={setText}
        />
        <Menu.List className="palette-list">
          <Menu.Empty className="p-4 quiet">
            Nothing matches among the commands and {formatCount(all)} sessions read so far.
          </Menu.Empty>
          {target !== null && (
            <Menu.Item
              className="palette-item"
              value="go-to"
              onSelect={run(() => {
                stores.window.getState().show('lines')
                void stores.viewer.getState().goTo(target)
              })}
            >
              <Hash size={14} aria-hidden />
              {target.kind === 'line'
                ? `Go to line ${formatCount(target.lineNumber)}`
                : `Go to byte ${formatCount(target.byteOffset)}`}
            </Menu.Item>
          )}
          {shown.length > 0 && (
            <Menu.Group heading="Commands">
              {shown.map((command) => (
                <Menu.Item
                  key={command.id}
                  className="palette-item"
                  value={command.id}
                  onSelect={run(() => {
                    command.run(stores, 'other')
                  })}
                >
                  {command.title}
                  {command.keys[0] !== undefined && (
                    <span className="menu-tail">{keyLabel(command.keys[0], isMac)}</span>
                  )}
                </Menu.Item>
              ))}
            </Menu.Group>
          )}
          {sessions.length > 0 && (
            <Menu.Group heading="Sessions">
              {sessions.map((row) => (
                <Menu.Item
                  key={row.fileId}
                  className="palette-item"
                  value={row.fileId}
                  onSelect={run(() => void openSession(stores, row.fileId))}
                >
                  <FileText size={14} aria-hidden className="flex-none" />
                  <span className="clip">
                    {visibleText((row.name ?? row.preview ?? row.path).slice(0, 120))}
                  </span>
                  <span className="menu-tail">{row.createdAt?.slice(0, 10) ?? ''}</span>
                </Menu.Item>
              ))}
            </Menu.Group>
          )}
        </Menu.List>
      </Menu>
    </Modal>
  )
}
