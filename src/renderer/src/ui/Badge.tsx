import type { ReactNode } from 'react'

export interface BadgeProps {
  readonly tone?: 'plain' | 'damage' | 'warning' | 'good' | 'absent'
  readonly label?: string
  readonly title?: string
  readonly children: ReactNode
}

/** A quiet fact. `label` says which; `absent` is for a fact that was not recorded. */
export function Badge({ tone = 'plain', label, title, children }: BadgeProps) {
  return (
    <span className={`badge badge-${tone}`} {...(title === undefined ? {} : { title })}>
      {label !== undefined && <b>{label}</b>}
      {children}
    </span>
  )
}
