import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

export interface EmptyStateProps {
  readonly icon: LucideIcon
  readonly title: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
  /** What comes after the actions. */
  readonly after?: ReactNode
  /** `alert` for what went wrong: it is read out at once. */
  readonly role?: 'alert' | 'status'
  /** True where this is all that the middle of the window shows: its title is then that of the page. */
  readonly isPage?: boolean
}

/** What stands where nothing is to show: says why, and what can be done about it. */
export function EmptyState(props: EmptyStateProps) {
  const { icon: Icon, title, children, actions, after, role, isPage = false } = props
  const Title = isPage ? 'h1' : 'h2'
  return (
    <div className="empty" {...(role === undefined ? {} : { role })}>
      <Icon className="empty-icon" size={28} strokeWidth={1.25} aria-hidden />
      <Title>{title}</Title>
      {children}
      {actions !== undefined && <div className="empty-actions">{actions}</div>}
      {after}
    </div>
  )
}
