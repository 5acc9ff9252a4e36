/** Recent file: what `recent.json` in the data folder holds. Paths stand in it and go no further than this process. */
import { z } from 'zod'
import { recentKinds } from '../../shared/settings/recent'

const RecentEntrySchema = z.strictObject({
  kind: z.enum(recentKinds),
  path: z.string().min(1).max(65_536),
  openedAt: z.string(),
})
export type RecentEntry = z.infer<typeof RecentEntrySchema>

/** Entries with the newest first, and the root that a person chose last, or null for the one of the environment. */
export interface RecentFile {
  readonly entries: readonly RecentEntry[]
  readonly chosenRoot: string | null
}

/** How many entries are kept; older ones are forgotten. */
export const mostRecents = 20

/** What there is before anything was opened. */
export const noRecents: RecentFile = { entries: [], chosenRoot: null }

/** Reads what was found in the file. Entries that do not fit are left out and make the whole damaged. */
export function findRecents(found: unknown): { readonly value: RecentFile; readonly isDamaged: boolean } {
  const shape = z
    .object({ entries: z.array(z.unknown()), chosenRoot: z.string().nullable() })
    .safeParse(found)
  if (!shape.success) return { value: noRecents, isDamaged: true }
  const { entries: given, chosenRoot } = shape.data
  const entries = given.flatMap((entry) => {
    const parsed = RecentEntrySchema.safeParse(entry)
    return parsed.success ? [parsed.data] : []
  })
  return {
    value: { entries: entries.slice(0, mostRecents), chosenRoot },
    isDamaged: entries.length < given.length,
  }
}

/** Puts entries in front, the first of them first; what was there already moves. */
export function withRecent(file: RecentFile, opened: readonly RecentEntry[]): RecentFile {
  const isOpened = ({ kind, path }: RecentEntry): boolean =>
    opened.some((entry) => entry.kind === kind && entry.path === path)
  const others = file.entries.filter((entry) => !isOpened(entry))
  return { ...file, entries: [...opened, ...others].slice(0, mostRecents) }
}
