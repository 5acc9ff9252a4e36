import type { Command } from '../../state/command'
import { offeredCommands } from '../../state/commands'
import { keyLabel } from '../../state/keys'
import { useApp, useStores } from '../../state/stores'
import { Kbd } from '../../ui/Kbd'
import { Modal } from '../../ui/Modal'

/** What the system or the pointer does, and no command. */
const others = [{ group: 'Move', title: 'Open the menu of the row', keys: ['Menu', 'shift+F10'] }] as const

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
            {[...offeredCommands({ info }), ...others]
              .filter((known) => known.group === group && known.keys.length > 0)
              .map(({ title, keys }) => (
                <div key={title} className="keys-row">
                  <span>{title}</span>
                  <span className="flex gap-2">
                    {keys.map((name) => (
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
