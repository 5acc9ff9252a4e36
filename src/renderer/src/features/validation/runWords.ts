/** Run words: what a validation of many sessions says of itself. Pure. */
import { assertNever } from '../../../../shared/assertNever'
import type { RowVerdict, RunState } from '../../../../shared/validation/run'
import { formatBytes, formatCount, formatDuration, formatNumberOf } from '../../ui/format'

/** How a verdict looks: a word, and the tone of its icon. */
export interface VerdictLook {
  readonly word: string
  readonly tone: 'damage' | 'warning' | 'good' | 'plain'
}

/** The look of a verdict. `Clean` is that of what was checked, which the heading says. */
export function verdictLook(verdict: RowVerdict): VerdictLook {
  switch (verdict) {
    case 'damaged':
      return { word: 'Damaged', tone: 'damage' }
    case 'findings':
      return { word: 'Findings', tone: 'warning' }
    case 'clean':
      return { word: 'Clean', tone: 'good' }
    case 'unreadable':
      return { word: 'Not read', tone: 'warning' }
    case 'not-checked':
      return { word: 'Not checked', tone: 'plain' }
    default:
      return assertNever(verdict)
  }
}

/** Verdicts in the order of their chips: what matters most comes first. */
export const chipOrder: readonly RowVerdict[] = ['damaged', 'unreadable', 'findings', 'clean', 'not-checked']

/** How far a run has come and how fast, or how it ended. */
export function progressWords(state: RunState): string {
  const { phase, doneFiles, totalFiles, doneBytes, totalBytes, elapsedMs, verdicts } = state
  const files = `${formatCount(doneFiles)} of ${formatNumberOf(totalFiles, 'session')}`
  const bytes = `${formatBytes(doneBytes)} of ${formatBytes(totalBytes)}`
  switch (phase) {
    case 'listing':
      return 'Finding the files…'
    case 'checking':
      return [files, bytes, ...speedWords(state)].join(' · ')
    case 'cancelled':
      return `Cancelled after ${files}: ${formatCount(verdicts['not-checked'])} not checked · ${bytes}`
    case 'done':
      return `${formatNumberOf(totalFiles, 'session')}, ${formatBytes(totalBytes)} in ${formatDuration(elapsedMs)}`
    default:
      return assertNever(phase)
  }
}

/** Nothing is said of the rest before enough is known: neither in the first seconds nor of the first few percent. */
const knownAfterMs = 3_000
const knownAfterShare = 0.03

function speedWords({ doneFiles, doneBytes, totalBytes, elapsedMs }: RunState): readonly string[] {
  if (elapsedMs < 1_000) return []
  const perSecond = Math.round(doneFiles / (elapsedMs / 1_000))
  const speed = perSecond < 1 ? formatDuration(elapsedMs) : `${formatNumberOf(perSecond, 'session')}/s`
  const share = totalBytes === 0 ? 0 : doneBytes / totalBytes
  if (elapsedMs < knownAfterMs || share < knownAfterShare || share >= 1) return [speed]
  return [speed, `about ${roughly((elapsedMs / share) * (1 - share))} left`]
}

/** A guess is told in steps as coarse as it is. */
function roughly(ms: number): string {
  const seconds = ms / 1_000
  if (seconds < 55) return `${String(Math.max(5, Math.ceil(seconds / 5) * 5))} s`
  return `${String(Math.ceil(seconds / 60))} min`
}

/** What was found in all, as one sentence. */
export function sumWords({ findings }: Pick<RunState, 'findings'>): string {
  return [
    formatNumberOf(findings.error, 'error'),
    formatNumberOf(findings.warning, 'warning'),
    formatNumberOf(findings.info, 'note'),
  ].join(', ')
}
