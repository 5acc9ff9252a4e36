import { useMemo, useState } from 'react'
import { Command as Menu } from 'cmdk'
import { FileText, Hash } from 'lucide-react'
import { useShallow } from 'zustand/react/shallow'
import { offeredCommands } from '../../state/commands'
import { parseTarget } from '../../state/goTo'
import { keyLabel } from '../../state/keys'
import { openSession } from '../../state/opening'
import { isInSamples } from '../../state/sessionsStore'
import { useApp, useSessions, useStores, useViewer } from '../../state/stores'
import { Modal } from '../../ui/Modal'
import { formatCount } from '../../ui/format'
import { visibleText } from '../../ui/visibleText'
import { checkTarget, extentOf, type Answer } from '../go-to/checkTarget'
import { matchingCommands, matchingSessions } from './matching'

function goToWords(answer: Answer): string {
  if (!answer.ok) return visibleText(answer.why)
  const { target } = answer
  return target.kind === 'line'
    ? `Go to line ${formatCount(target.lineNumber)}`
    : `Go to byte ${formatCount(target.byteOffset)}`
}

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
  const extent = useViewer(useShallow(extentOf))
  const typed = isReady ? parseTarget(text) : null
  const answer = typed === null ? null : checkTarget(typed, extent)
  const info = useApp((state) => state.info)
  const areSamplesListed = useSessions(isInSamples)
  const shown = useMemo(() => {
    const offered = offeredCommands({ info }).filter(({ id }) => id !== 'open-samples' || !areSamplesListed)
    return matchingCommands(offered, text)
  }, [info, areSamplesListed, text])
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
          {answer !== null && (
            <Menu.Item
              className="palette-item"
              value="go-to"
              disabled={!answer.ok}
              onSelect={run(() => {
                if (!answer.ok) return
                stores.window.getState().show('lines')
                void stores.viewer.getState().goTo(answer.target)
              })}
            >
              <Hash size={14} aria-hidden />
              {goToWords(answer)}
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
