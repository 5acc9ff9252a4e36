/** Run end: what a validation came to, as one sentence for whoever does not see its table. Pure. */
import type { RunState } from '../../../shared/validation/run'

/** `Validation done: 1 damaged, 0 not read, 2 with findings, 3 clean`. */
export function endWords({ phase, verdicts }: Pick<RunState, 'phase' | 'verdicts'>): string {
  const { damaged, unreadable, findings, clean } = verdicts
  const parts = [
    [damaged, 'damaged'],
    [unreadable, 'not read'],
    [findings, 'with findings'],
    [clean, 'clean'],
  ] as const
  const sum = parts.map(([count, word]) => `${count.toLocaleString('en')} ${word}`).join(', ')
  if (phase !== 'cancelled') return `Validation done: ${sum}`
  return `Validation cancelled: ${sum}, ${verdicts['not-checked'].toLocaleString('en')} not checked`
}
