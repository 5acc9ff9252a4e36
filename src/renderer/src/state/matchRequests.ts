/** Match requests: what the window asks the host of the matches of a filter. */
import type { FilterState } from '../../../shared/contract/openRollout'
import { ok, type Result } from '../../../shared/result'
import type { Client } from '../client/client'
import type { eyeOf } from './eyeSlice'
import { createLineCache, type LineCache } from './lineCache'
import { rowTextBytes } from './sessionWork'

/** Which filter of which file is meant. */
export type FilterName = Pick<FilterState, 'fileId' | 'filterId'>

/** Who hears that rows have arrived, and what is asked with them. */
export interface MatchCacheOptions {
  readonly onChange: (cache: LineCache) => void
  readonly eye: () => ReturnType<typeof eyeOf>
}

/** Makes the cache of the rows of a filter's matches: its line numbers are those of matches, from 1. */
export function createMatchCache(
  client: Client,
  { fileId, filterId }: FilterName,
  { onChange, eye }: MatchCacheOptions,
): LineCache {
  const cache: LineCache = createLineCache({
    load: async (from, limit) => {
      const wish = { fileId, filterId, from: from - 1, limit, maxTextBytes: rowTextBytes, ...eye() }
      const answer = await client.invoke('rollout:readMatches', wish)
      if (!answer.ok) return answer
      const { lines, matched } = answer.value
      return ok({ lines, index: { lineCount: matched } })
    },
    onChange: () => {
      onChange(cache)
    },
  })
  return cache
}

/** The line of a match (0-based), or null when there are not so many. */
export async function lineOfMatch(
  client: Client,
  { fileId, filterId }: FilterName,
  index: number,
): Promise<Result<number | null>> {
  const wish = { fileId, filterId, from: index, limit: 1, maxTextBytes: 16 }
  const answer = await client.invoke('rollout:readMatches', wish)
  return answer.ok ? ok(answer.value.lines[0]?.lineNumber ?? null) : answer
}

/** The match after a line, or the one before it; null where there is none. A line of 0 stands before all. */
export async function matchBeside(
  client: Client,
  { fileId, filterId }: FilterName,
  line: number,
  by: -1 | 1,
): Promise<Result<number | null>> {
  const lineNumber = by === 1 ? line + 1 : Math.max(1, line)
  const answer = await client.invoke('rollout:locateMatch', { fileId, filterId, lineNumber })
  if (!answer.ok) return answer
  return ok(by === 1 ? (answer.value.lines[0] ?? null) : answer.value.before)
}
