/** Row place: what tells sessions of one title apart: the id in the file name, and a folder that is not one of a day. Pure. */
import { baseName } from '../../ui/format'

export interface RowPlace {
  /** Both ends of an id: where there is little room the second alone, which is not of the time, tells it apart. */
  readonly id: { readonly start: string; readonly end: string } | null
  /** The folders above, without those that Codex makes for days; empty where there is nothing more to say. */
  readonly folder: string
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i
const dayFolders = /(?:^|[/\\])(?:sessions|archived_sessions)(?:[/\\]\d{4}[/\\]\d\d[/\\]\d\d)?$/

/** Tells where the file of a row lies. `session` is the id that it records, for a name that has none. */
export function rowPlace(path: string, session: string | null): RowPlace {
  const name = baseName(path)
  const folder = path.slice(0, -name.length).replace(/[/\\]+$/, '')
  return { id: shortened(uuid.exec(name)?.[0] ?? session), folder: folder.replace(dayFolders, '') }
}

/** An id of a rollout may be any text. */
function shortened(id: string | null): RowPlace['id'] {
  if (id === null) return null
  return id.length > 20 ? { start: id.slice(0, 8), end: `…${id.slice(-6)}` } : { start: '', end: id }
}
