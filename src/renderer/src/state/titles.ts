import type { SessionSummary } from '../../../shared/session/session'

/**
 * What a session is called: its name, else how it began. A file that names no session is called by its own name, which is
 * then all that tells it from others.
 */
export function visibleTitle({
  name,
  preview,
  format,
  path,
}: Pick<SessionSummary, 'name' | 'preview' | 'format' | 'path'>): string {
  const fallback = format === 'unknown' ? path.slice(path.lastIndexOf('/') + 1) : 'No message'
  return name ?? preview ?? fallback
}
