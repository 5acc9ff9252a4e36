/** Not checked: what a report did not look at, so that silence is not taken for approval. */
import type { LineageFacts } from '../lineage/readChain'

/** What no check looks at yet. */
const never = [
  'the content of records of more than 8 MiB: unknown types, missing members, wrong types',
  'repeated ids of calls and turns behind the first 2,000,000 of a file',
] as const

/** Lists what was not looked at in one check: first what this file kept from being looked at, then what no check looks at. */
export function notChecked(check: {
  readonly unread: string | null
  readonly lineage: LineageFacts
  readonly nowMs: number | null
}): string[] {
  return [
    ...(check.unread === null ? [] : [check.unread]),
    ...(check.lineage.isLookedFor ? [] : [notLookedFor]),
    ...(check.nowMs === null ? [withoutClock] : []),
    ...never,
  ]
}

const notLookedFor = 'the rollout that it goes on from: this is a copy, and nobody knows where it came from'
const withoutClock = 'times that lie in the future: no time was named to compare with'
