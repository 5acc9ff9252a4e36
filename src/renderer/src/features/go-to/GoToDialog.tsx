import { useState } from 'react'
import { parseTarget } from '../../state/goTo'
import { useStores, useViewer } from '../../state/stores'
import { Modal } from '../../ui/Modal'
import { formatCount } from '../../ui/format'

/** Asks for a line or a byte and goes there. Says what it would do before it does. */
export function GoToDialog() {
  const { viewer, window } = useStores()
  const [text, setText] = useState('')
  const lineCount = useViewer((state) => state.index?.lineCount ?? 0)
  const isComplete = useViewer((state) => state.index?.complete ?? false)
  const totalBytes = useViewer((state) => state.index?.totalBytes ?? 0)
  const target = parseTarget(text)

  function close(): void {
    window.getState().openDialog(null)
  }

  function hint(): string {
    if (target === null) return text.trim() === '' ? '' : 'Neither a line nor a byte offset.'
    if (target.kind === 'byte') {
      return target.byteOffset < totalBytes
        ? ''
        : `The last byte is ${formatCount(Math.max(0, totalBytes - 1))}.`
    }
    if (target.lineNumber <= lineCount) return ''
    return isComplete
      ? `The last line is ${formatCount(lineCount)}.`
      : `${formatCount(lineCount)} lines are counted so far.`
  }

  return (
    <Modal title="Go to a line or a byte" description={null} size="small" isTitleShown onClose={close}>
      <form
        className="modal-body"
        onSubmit={(event) => {
          event.preventDefault()
          if (target === null) return
          close()
          window.getState().show('lines')
          void viewer.getState().goTo(target)
        }}
      >
        <input
          className="field"
          type="text"
          autoFocus
          spellCheck={false}
          autoComplete="off"
          aria-label="Line number, or byte offset with an at sign"
          aria-describedby="go-to-hint"
          placeholder={lineCount > 0 ? `1 to ${formatCount(lineCount)}` : ''}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
          }}
        />
        <p id="go-to-hint" className="quiet mt-2 mb-0 text-12" aria-live="polite">
          {hint() || (
            <>
              <span className="mono">1234</span> or <span className="mono">L1234</span> a line,{' '}
              <span className="mono">@123456</span> or <span className="mono">0x1f</span> a byte
            </>
          )}
        </p>
      </form>
    </Modal>
  )
}
