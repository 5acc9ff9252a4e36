import type { LinkRole } from './links'
import type { ThreadMember } from './threads'

/** What a row is called under another: its role, or for one that has none by its shapes, what its links amount to. */
export type ThreadRole = Exclude<LinkRole, 'thread'> | 'child' | 'same thread' | 'same session'

/** Returns what a row is to the one it belongs under; `same session` where nothing but its id says that it does. */
export function threadRole({ id, links }: ThreadMember): ThreadRole {
  if (links.role !== 'thread') return links.role
  if (links.baseRolloutId !== null || links.forkedFromId !== null) return 'fork'
  if (links.copiedFromId !== null) return 'copy'
  if (links.parentThreadId !== null) return 'child'
  return links.threadRootId === null || links.threadRootId === id ? 'same session' : 'same thread'
}
