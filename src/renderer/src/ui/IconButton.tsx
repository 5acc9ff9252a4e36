import type { LucideIcon } from 'lucide-react'

export interface IconButtonProps {
  readonly icon: LucideIcon
  /** Says what it does; read aloud and shown on hover. */
  readonly label: string
  readonly onClick: () => void
  readonly isPressed?: boolean
  readonly isDisabled?: boolean
}

/** A button that is only an icon. Its label is never left out. */
export function IconButton({ icon: Icon, label, onClick, isPressed, isDisabled = false }: IconButtonProps) {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={label}
      disabled={isDisabled}
      {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
      onClick={onClick}
    >
      <Icon size={15} strokeWidth={1.75} aria-hidden />
    </button>
  )
}
