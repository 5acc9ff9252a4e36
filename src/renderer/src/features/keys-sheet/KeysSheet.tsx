import type { Command } from '../../state/command'
import { offeredCommands } from '../../state/commands'
import { keyLabel } from '../../state/keys'
import { useApp, useStores } from '../../state/stores'
import { Kbd } from '../../ui/Kbd'
import { Modal } from '../../ui/Modal'

const groups: readonly Command['group'][] = ['Move', 'Session', 'View', 'General']

export interface KeysSheetProps {
  readonly isMac: boolean
}

/** Every key there is, from the one table of commands. */
export function KeysSheet({ isMac }: KeysSheetProps) {
  const { window } = useStores()
  const info = useApp((state) => state.info)
  return (
    <Modal
      title="Keys"
      description="All keys of this window"
      size="wide"
      isTitleShown
      onClose={() => {
        window.getState().openDialog(null)
      }}
    >
      <div className="modal-body keys-grid" tabIndex={0}>
        {groups.map((group) => (
          <section key={group}>
            <h3>{group}</h3>
            {offeredCommands({ info })
              .filter((command) => command.group === group && command.keys.length > 0)
              .map((command) => (
                <div key={command.id} className="keys-row">
                  <span>{command.title}</span>
                  <span className="flex gap-2">
                    {command.keys.map((name) => (
                      <Kbd key={name} label={keyLabel(name, isMac)} />
                    ))}
                  </span>
                </div>
              ))}
          </section>
        ))}
      </div>
    </Modal>
  )
}
