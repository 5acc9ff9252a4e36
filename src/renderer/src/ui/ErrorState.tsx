import { FileWarning } from 'lucide-react'
import type { ReactNode } from 'react'
import type { AppError } from '../../../shared/result'
import { EmptyState } from './EmptyState'
import { visibleText } from './visibleText'

export interface ErrorStateProps {
  readonly error: AppError
  /** Which file, where the error itself does not say. */
  readonly file?: string
  readonly actions?: ReactNode
  readonly isPage?: boolean
}

/** A failure that takes the place of content: what happened, to which file, what can be done. */
export function ErrorState({ error, file, actions, isPage = false }: ErrorStateProps) {
  const name = error.file ?? file
  return (
    <EmptyState icon={FileWarning} title={error.message} role="alert" isPage={isPage} actions={actions}>
      {name !== undefined && name !== '' && <p className="mono">{visibleText(name)}</p>}
      {error.hint !== undefined && <p>{error.hint}</p>}
    </EmptyState>
  )
}
