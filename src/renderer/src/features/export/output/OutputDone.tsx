import { CircleCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { copyText } from '../../../state/copying'
import { useStores } from '../../../state/stores'
import { CopyButton } from '../../../ui/CopyButton'
import { visibleText } from '../../../ui/visibleText'

export interface OutputDoneProps {
  readonly title: string
  readonly facts: string
  /** What anybody needs to find and check it. */
  readonly children: ReactNode
  readonly again: string
  readonly onAgain: () => void
  readonly onClose: () => void
}

/** What was written, and how anybody can check it. */
export function OutputDone({ title, facts, children, again, onAgain, onClose }: OutputDoneProps) {
  return (
    <div className="export">
      <div className="export-body">
        <p className="export-verdict" role="status">
          <CircleCheck size={16} aria-hidden className="export-good" />
          <b>{title}</b>
          <span className="quiet">{facts}</span>
        </p>
        {children}
      </div>
      <div className="export-foot">
        <button type="button" className="button" onClick={onAgain}>
          {again}
        </button>
        <button type="button" className="button button-primary" autoFocus onClick={onClose}>
          Close
        </button>
      </div>
    </div>
  )
}

export interface OutputRowProps {
  readonly name: string
  readonly value: string
}

/** One thing to be copied: a path, a hash, a command. */
export function OutputRow({ name, value }: OutputRowProps) {
  const stores = useStores()
  return (
    <div className="export-row">
      <span className="quiet">{name}</span>
      <span className="export-value">
        <span className="mono">{visibleText(value)}</span>
        <CopyButton label={`Copy: ${name}`} onCopy={() => copyText(stores, value, name)} />
      </span>
    </div>
  )
}
