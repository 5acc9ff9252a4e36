import { copyText } from '../../state/copying'
import { useApp, useStores } from '../../state/stores'
import { CopyButton } from '../../ui/CopyButton'
import { Modal } from '../../ui/Modal'
import { visibleText } from '../../ui/visibleText'
import { aboutFacts, aboutText } from './aboutText'

/** What this is, in which versions, and what it never does. */
export function AboutDialog() {
  const stores = useStores()
  const info = useApp((state) => state.info)
  const facts = info === null ? [] : aboutFacts(info, navigator.userAgent)
  return (
    <Modal
      title="About Rollscope"
      description={null}
      size="small"
      isTitleShown
      onClose={() => {
        stores.window.getState().openDialog(null)
      }}
    >
      <div className="modal-body about">
        <p>
          Shows the session files that OpenAI’s Codex CLI writes, every byte of them. It opens them for
          reading only, and writes nothing outside of its own data folder.
        </p>
        <dl className="about-facts">
          {facts.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="mono">{visibleText(value)}</dd>
            </div>
          ))}
        </dl>
        <p className="quiet">Not affiliated with OpenAI.</p>
        <CopyButton
          label="Copy the versions"
          text="Copy"
          onCopy={() => copyText(stores, aboutText(facts), 'Versions')}
        />
      </div>
    </Modal>
  )
}
