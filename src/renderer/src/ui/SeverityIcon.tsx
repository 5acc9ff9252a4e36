import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import type { Severity } from '../../../shared/validation/severity'

export interface SeverityIconProps {
  readonly severity: Severity
}

const icons = { error: CircleAlert, warning: TriangleAlert, info: Info } as const

/** Word for a severity on the screen. */
export const severityWords: Readonly<Record<Severity, string>> = {
  error: 'Error',
  warning: 'Warning',
  info: 'Note',
}

/** A severity as a shape and a colour. A word always stands beside it. */
export function SeverityIcon({ severity }: SeverityIconProps) {
  const Icon = icons[severity]
  return <Icon className={`severity-${severity}`} size={14} strokeWidth={2} aria-hidden />
}
