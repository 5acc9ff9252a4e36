import type { ReactNode } from 'react'
import { assertNever } from '../../../../../shared/assertNever'
import type { OutputRun } from '../../../state/output'
import { Modal } from '../../../ui/Modal'
import { OutputFailed } from './OutputFailed'
import { OutputRunning } from './OutputRunning'

/** What the dialog of an output says of itself. */
export interface OutputWords {
  readonly title: string
  /** While it goes on: `Exporting`, and how it will end. */
  readonly running: string
  readonly runningNote: string
  readonly cancel: string
  /** What it comes to when it failed. */
  readonly failed: string
}

export interface OutputDialogProps<T> {
  readonly words: OutputWords
  readonly run: OutputRun<T>
  readonly choices: ReactNode
  readonly done: (result: T) => ReactNode
  /** Closing it stops nothing: the status bar shows what goes on. */
  readonly onClose: () => void
  readonly onCancel: () => void
  readonly onBack: () => void
}

/** Writes something new: the choices, how far it has come, and what came of it. */
export function OutputDialog<T>({ words, run, onClose, ...stages }: OutputDialogProps<T>) {
  return (
    <Modal title={words.title} description={null} size="wide" isTitleShown onClose={onClose}>
      {stageOf({ words, run, onClose, ...stages })}
    </Modal>
  )
}

function stageOf<T>(props: OutputDialogProps<T>): ReactNode {
  const { words, run, choices, done, onClose, onCancel, onBack } = props
  switch (run.status) {
    case 'idle':
      return choices
    case 'running':
      return (
        <OutputRunning
          words={words}
          jobId={run.jobId}
          isCancelled={run.isCancelled}
          onClose={onClose}
          onCancel={onCancel}
        />
      )
    case 'done':
      return done(run.result)
    case 'failed':
      return <OutputFailed title={words.failed} error={run.error} onClose={onClose} onBack={onBack} />
    default:
      return assertNever(run)
  }
}
