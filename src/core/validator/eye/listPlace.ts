/**
 * List place: whether Codex looks at a file when it lists sessions, by its name and the folders that it lies in (ROLLOUT-FORMAT
 * 1.3, 7.2, 7.3). Of a path alone: nothing is looked up. Pure.
 */
import { readRolloutName } from '../../lister/rolloutName'

/**
 * Where a file lies, for lists of Codex: in the default one or in that of archived sessions; where neither looks; below no
 * folder of sessions at all; or nobody knows, as with a copy.
 */
export type ListPlace =
  'default' | 'archived' | 'unlisted-name' | 'off-days' | 'off-archive' | 'elsewhere' | 'unknown'

/** Returns the place of a file. Of a copy, which lies in our own folder under a name of ours, it is unknown. */
export function listPlace(path: string, isCopy: boolean): ListPlace {
  if (isCopy) return 'unknown'
  const folders = path.split(/[/\\]/)
  const name = folders.pop() ?? ''
  if (!isListedName(name)) return 'unlisted-name'
  const at = folders.findLastIndex((folder) => folder === 'sessions' || folder === 'archived_sessions')
  if (at < 0) return 'elsewhere'
  const below = folders.slice(at + 1)
  if (folders[at] === 'archived_sessions') return below.length === 0 ? 'archived' : 'off-archive'
  return isDay(below) ? 'default' : 'off-days'
}

/** True for `rollout-TIME-ID.jsonl[.zst]` with a time that there is. */
function isListedName(name: string): boolean {
  const time = readRolloutName(name)?.time ?? null
  if (time === null) return false
  const ms = Date.parse(`${time}Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(time)
}

/** Largest year, month and day that Codex reads: it takes the names of folders for numbers, and for no more. */
const largest = [65_535, 255, 255] as const

function isDay(folders: readonly string[]): boolean {
  return (
    folders.length === largest.length &&
    largest.every((most, index) => {
      const folder = folders[index] ?? ''
      return /^\d{1,9}$/.test(folder) && Number(folder) <= most
    })
  )
}
