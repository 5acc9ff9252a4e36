/** Times in one form, ISO 8601 in UTC; null for what is no time. Total: files may carry any number or text as a time. */

/** Returns the time of a number of milliseconds since 1970, or null beyond what a date can hold. */
export function isoOfMs(ms: number): string | null {
  const date = new Date(ms)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}

/** Returns a text that is a time in that form, or null for text that is none. */
export function isoOfText(text: string | null): string | null {
  return text === null ? null : isoOfMs(Date.parse(text))
}
