/** Format: numbers, sizes and times as words on the screen. One spelling everywhere; no locale of the machine. */
const units = ['B', 'KB', 'MB', 'GB', 'TB'] as const

/** A count with thousands separators: `1,204`. */
export function formatCount(count: number): string {
  return String(Math.trunc(count)).replaceAll(/\B(?=(\d{3})+$)/g, ',')
}

/** A count with its noun: `1 line`, `1,204 lines`. */
export function formatNumberOf(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`
}

/** A size in the largest unit that leaves at least 1, decimal: `612 B`, `18 KB`, `1.4 GB`. */
export function formatBytes(bytes: number): string {
  let value = bytes
  let unit = 0
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000
    unit += 1
  }
  const digits = unit === 0 || value >= 99.95 ? 0 : 1
  return `${trimZero(value.toFixed(digits))} ${units[unit] ?? ''}`
}

/** A share of a whole: `41 %`; never 100 % before it is all, never 0 % once it has begun. */
export function formatShare(part: number, whole: number): string {
  if (whole <= 0 || part >= whole) return '100 %'
  if (part <= 0) return '0 %'
  const share = (part / whole) * 100
  if (share < 0.1) return '< 0.1 %'
  return share > 99.9 ? '> 99.9 %' : `${trimZero(share.toFixed(share < 10 ? 1 : 0)).replace(/^100$/, '99')} %`
}

/** How long something took: `340 ms`, `4.2 s`, `2 min 10 s`. */
export function formatDuration(ms: number): string {
  if (ms < 1000) return `${String(Math.round(ms))} ms`
  const seconds = ms / 1000
  if (seconds < 60) return `${trimZero(seconds.toFixed(1))} s`
  return `${String(Math.floor(seconds / 60))} min ${String(Math.round(seconds % 60))} s`
}

/** The zone that times are shown in. */
export type Zone = 'utc' | 'local'

/** Date and time to the minute: `2026-11-20 07:25`. Null for what is no time. */
export function formatDateTime(time: string | null, zone: Zone): string | null {
  const parts = partsOf(time, zone)
  return parts === null ? null : `${parts.date} ${parts.time.slice(0, 5)}`
}

/** Date and time to the millisecond: `2026-11-20 07:25:30.123`. */
export function formatExactTime(time: string | null, zone: Zone): string | null {
  const parts = partsOf(time, zone)
  return parts === null ? null : `${parts.date} ${parts.time}`
}

/** Time of day to the millisecond: `07:25:30.123`. */
export function formatClock(time: string | null, zone: Zone): string | null {
  return partsOf(time, zone)?.time ?? null
}

/** Date alone: `2026-11-20`. Null for what is no time. */
export function formatDay(time: string | null, zone: Zone): string | null {
  return partsOf(time, zone)?.date ?? null
}

/** What to call the zone beside a column of times. */
export function zoneLabel(zone: Zone): string {
  if (zone === 'utc') return 'UTC'
  const minutes = -new Date().getTimezoneOffset()
  const sign = minutes < 0 ? '−' : '+'
  const hours = String(Math.floor(Math.abs(minutes) / 60)).padStart(2, '0')
  return `local, UTC${sign}${hours}:${String(Math.abs(minutes) % 60).padStart(2, '0')}`
}

/** Last part of a path of either kind of system; the path itself where it has none. */
export function baseName(path: string): string {
  return /[^/\\]+(?=[/\\]*$)/.exec(path)?.[0] ?? path
}

function partsOf(time: string | null, zone: Zone): { readonly date: string; readonly time: string } | null {
  if (time === null) return null
  const at = new Date(time)
  if (Number.isNaN(at.getTime())) return null
  const shifted = zone === 'utc' ? at : new Date(at.getTime() - at.getTimezoneOffset() * 60_000)
  const text = shifted.toISOString()
  return { date: text.slice(0, text.indexOf('T')), time: text.slice(text.indexOf('T') + 1, -1) }
}

function trimZero(text: string): string {
  return text.replace(/\.0$/, '')
}
