import { Dialog } from 'radix-ui'
import type { ReactNode } from 'react'

export interface ModalProps {
  readonly title: string
  /** Says more than the title to a screen reader; null where the content says it all. */
  readonly description: string | null
  readonly size: 'small' | 'wide'
  readonly isTitleShown: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A dialog over the window. Keeps the focus inside, closes with Escape and gives the focus back. */
export function Modal({ title, description, size, isTitleShown, onClose, children }: ModalProps) {
  return (
    <Dialog.Root
      open
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
    >
      <Dialog.Portal>
        <Dialog.Overlay className="backdrop" />
        <Dialog.Content
          className={`modal modal-${size}`}
          {...(description === null ? { 'aria-describedby': undefined } : {})}
        >
          <Dialog.Title className={isTitleShown ? 'modal-title' : 'sr-only'}>{title}</Dialog.Title>
          {description !== null && <Dialog.Description className="sr-only">{description}</Dialog.Description>}
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
