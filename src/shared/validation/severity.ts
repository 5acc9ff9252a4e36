/** `error` = content lost or misread, `warning` = readable but not as specified, `info` = worth knowing. */
export const severities = ['error', 'warning', 'info'] as const
export type Severity = (typeof severities)[number]

/** Orders severities: negative when `a` is the more serious. */
export function compareSeverity(a: Severity, b: Severity): number {
  return severities.indexOf(a) - severities.indexOf(b)
}
