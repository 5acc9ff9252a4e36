import { CircleAlert, CircleCheck, CircleDashed, FileX2, TriangleAlert } from 'lucide-react'
import type { RowVerdict } from '../../../../shared/validation/run'
import { verdictLook } from './runWords'

export interface VerdictIconProps {
  readonly verdict: RowVerdict
}

const icons = {
  damaged: CircleAlert,
  findings: TriangleAlert,
  clean: CircleCheck,
  unreadable: FileX2,
  'not-checked': CircleDashed,
} as const

/** A verdict as a shape and a colour. Its word always stands beside it. */
export function VerdictIcon({ verdict }: VerdictIconProps) {
  const Icon = icons[verdict]
  return (
    <Icon className="run-icon" data-tone={verdictLook(verdict).tone} size={14} strokeWidth={2} aria-hidden />
  )
}
