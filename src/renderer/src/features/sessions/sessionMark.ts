/** The mark on a row of the session list: how many things are wrong with the file, as far as anybody knows. Pure. */
import type { SessionSummary } from '../../../../shared/session/session'
import type { Severity } from '../../../../shared/validation/severity'
import { isDamaged } from '../../state/sessionIndex'
import type { CheckedCounts } from '../../state/sessionsStore'
import { formatNumberOf } from '../../ui/format'

export interface SessionMark {
  readonly tone: Severity
  readonly count: number
  readonly label: string
}

/** What a check of the whole file has found goes before what its beginning and end told; null without anything. */
export function markOf(
  row: Pick<SessionSummary, 'problems'>,
  checked: Pick<CheckedCounts, 'error' | 'warning'> | undefined,
): SessionMark | null {
  const { error = 0, warning = 0 } = checked ?? {}
  if (error + warning > 0) {
    const tone = error > 0 ? 'error' : 'warning'
    const parts = [
      error > 0 ? formatNumberOf(error, 'error') : '',
      warning > 0 ? formatNumberOf(warning, 'warning') : '',
    ]
    const found = `${parts.filter((part) => part !== '').join(' and ')} in the whole file`
    return { tone, count: error + warning, label: error > 0 ? `damaged, ${found}` : found }
  }
  const count = row.problems.length
  if (count === 0) return null
  const tone = toneOf(row)
  const word = tone === 'error' ? 'damaged, ' : ''
  return { tone, count, label: `${word}${formatNumberOf(count, tone === 'info' ? 'note' : 'problem')}` }
}

function toneOf(row: Pick<SessionSummary, 'problems'>): Severity {
  if (isDamaged(row)) return 'error'
  return row.problems.some(({ severity }) => severity === 'warning') ? 'warning' : 'info'
}
