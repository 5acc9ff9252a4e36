/** Time text: how findings write times and the spans between them. Pure. */

/** The years that a time can be written of. */
const latestMs = 8.64e15

/** Writes a time in the form that Codex writes. */
export function timeText(ms: number): string {
  return Math.abs(ms) <= latestMs ? new Date(ms).toISOString() : `${String(ms)} ms after 1970`
}

const units = [
  { ms: 365.25 * 86_400_000, one: 'year' },
  { ms: 86_400_000, one: 'day' },
  { ms: 3_600_000, one: 'hour' },
  { ms: 60_000, one: 'minute' },
  { ms: 1000, one: 'second' },
] as const

/** Writes a span of time in the largest unit of which it holds two, with one digit behind the point where it is not even. */
export function spanText(ms: number): string {
  const span = Math.abs(ms)
  const unit = units.find((candidate) => span >= candidate.ms * 2) ?? { ms: 1, one: 'millisecond' }
  const count = Math.round((span / unit.ms) * 10) / 10
  return `${count.toLocaleString('en')} ${unit.one}${count === 1 ? '' : 's'}`
}
