import { useRef, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { parseTarget } from '../../state/goTo'
import { useStores, useViewer } from '../../state/stores'
import { Modal } from '../../ui/Modal'
import { formatCount } from '../../ui/format'
import { visibleText } from '../../ui/visibleText'
import { checkTarget, extentOf } from './checkTarget'

/** Asks for a line or a byte and goes there. What is no place in this file is said, and the dialog stays. */
export function GoToDialog() {
  const { viewer, window } = useStores()
  const [text, setText] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const extent = useViewer(useShallow(extentOf))
  const { lineCount } = extent
  const answer = checkTarget(parseTarget(text), extent)
  const why = answer.ok || text.trim() === '' ? null : answer.why

  function close(): void {
    window.getState().openDialog(null)
  }

  return (
    <Modal title="Go to a line or a byte" description={null} size="small" isTitleShown onClose={close}>
      <form
        className="modal-body"
        onSubmit={(event) => {
          event.preventDefault()
          if (!answer.ok) {
            input.current?.select()
            return
          }
          close()
          window.getState().show('lines')
          void viewer.getState().goTo(answer.target)
        }}
      >
        <input
          ref={input}
          className="field"
          type="text"
          autoFocus
          spellCheck={false}
          autoComplete="off"
          aria-label="Line number, byte offset with an at sign, or citation"
          aria-describedby="go-to-hint"
          aria-invalid={why !== null}
          placeholder={lineCount > 0 ? `1 to ${formatCount(lineCount)}` : ''}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
          }}
        />
        <p
          id="go-to-hint"
          className={`${why === null ? 'quiet' : 'go-to-why'} mt-2 mb-0 text-12`}
          aria-live="polite"
        >
          {why === null ? (
            <>
              <span className="mono">1234</span> or <span className="mono">L1234</span> a line,{' '}
              <span className="mono">@123456</span> or <span className="mono">0x1f</span> a byte, or a pasted
              citation <span className="mono">name@sha256#L12</span>
            </>
          ) : (
            visibleText(why)
          )}
        </p>
      </form>
    </Modal>
  )
}
