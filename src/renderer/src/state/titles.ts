import type { SessionSummary } from '../../../shared/session/session'

/** What a session is called: its name, else how it began, else nothing but the fact that it says nothing. */
export function visibleTitle({ name, preview }: Pick<SessionSummary, 'name' | 'preview'>): string {
  return name ?? preview ?? 'No message'
}
