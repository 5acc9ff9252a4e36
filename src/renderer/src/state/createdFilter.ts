/** Created filter: days from which and until which sessions were created. Days are those of the zone that is shown. Pure. */
import type { TimeZone } from '../../../shared/settings/settings'

/** Which times are let through. `from` and `to` are days, `2026-03-01`, both included; null leaves that end open. */
export type CreatedFilter =
  | { readonly kind: 'any' }
  | { readonly kind: 'days'; readonly from: string | null; readonly to: string | null }
  | { readonly kind: 'not-recorded' }

/** Lets everything through. */
export const anyTime: CreatedFilter = { kind: 'any' }

/** A range for which one press is enough. */
export interface QuickRange {
  readonly title: string
  readonly filter: CreatedFilter
}

const dayMs = 86_400_000

/** The ranges that are offered at a time. */
export function quickRanges(nowMs: number, zone: TimeZone): readonly QuickRange[] {
  const today = dayAt(nowMs, zone)
  const since = (days: number): CreatedFilter => ({ kind: 'days', from: addDays(today, 1 - days), to: today })
  return [
    { title: 'Any time', filter: anyTime },
    { title: 'Today', filter: since(1) },
    { title: 'Last 7 days', filter: since(7) },
    { title: 'Last 30 days', filter: since(30) },
    { title: 'Last 365 days', filter: since(365) },
    { title: 'No time recorded', filter: { kind: 'not-recorded' } },
  ]
}

/** True when both let the same times through. */
export function isSameFilter(a: CreatedFilter, b: CreatedFilter): boolean {
  if (a.kind !== 'days' || b.kind !== 'days') return a.kind === b.kind
  return a.from === b.from && a.to === b.to
}

/**
 * Reads what somebody typed as one end of a range: a day, or a month or year, which begins and ends with a day. Empty is
 * an open end, null what is no day.
 */
export function parseEnd(text: string, end: 'from' | 'to'): { readonly day: string | null } | null {
  const parts = /^([12]\d{3})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text.trim())
  if (text.trim() === '') return { day: null }
  if (parts === null) return null
  const [, year = '', month, day] = parts
  const first = `${year}-${(month ?? '01').padStart(2, '0')}-${(day ?? '01').padStart(2, '0')}`
  const start = Date.parse(`${first}T00:00:00Z`)
  // `Date.parse` takes the 31st of any month for a day; what comes back then is another one.
  if (Number.isNaN(start) || new Date(start).toISOString().slice(0, 10) !== first) return null
  if (end === 'from' || day !== undefined) return { day: first }
  const next =
    month === undefined ? Date.UTC(Number(year) + 1, 0, 1) : Date.UTC(Number(year), Number(month), 1)
  return { day: dayAt(next - dayMs, 'utc') }
}

/** The filter of two ends; without either it lets everything through. */
export function rangeOf(from: string | null, to: string | null): CreatedFilter {
  return from === null && to === null ? anyTime : { kind: 'days', from, to }
}

/** A test for times in milliseconds, -Infinity standing for one that is not recorded; null where all pass. */
export function createdTest(filter: CreatedFilter, zone: TimeZone): ((createdMs: number) => boolean) | null {
  switch (filter.kind) {
    case 'any':
      return null
    case 'not-recorded':
      return (createdMs) => createdMs === Number.NEGATIVE_INFINITY
    case 'days': {
      const from = filter.from === null ? -Number.MAX_VALUE : startOfDay(filter.from, zone)
      const to = filter.to === null ? Number.POSITIVE_INFINITY : startOfDay(addDays(filter.to, 1), zone)
      return (createdMs) => createdMs >= from && createdMs < to
    }
  }
}

function startOfDay(day: string, zone: TimeZone): number {
  return Date.parse(zone === 'utc' ? `${day}T00:00:00Z` : `${day}T00:00:00`)
}

function addDays(day: string, days: number): string {
  return dayAt(Date.parse(`${day}T00:00:00Z`) + days * dayMs, 'utc')
}

function dayAt(ms: number, zone: TimeZone): string {
  const shift = zone === 'utc' ? 0 : new Date(ms).getTimezoneOffset() * 60_000
  return new Date(ms - shift).toISOString().slice(0, 10)
}
