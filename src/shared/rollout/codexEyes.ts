/**
 * Codex eyes: what a measured version of Codex does with a rollout as a whole: what it looks at for its list, what it reads
 * and resumes, and in which words it refuses. One row for each version that was measured; of any other nothing is said.
 *
 * Source: ROLLOUT-FORMAT 6, 7.5 and 7.6, and the real CLI, which `npm run test:codex` asks again. What a version makes of one
 * line is in `codexDecodes.ts`.
 */

/** Versions that were measured. */
export const measuredVersions = ['0.169'] as const
export type MeasuredVersion = (typeof measuredVersions)[number]

/** The version that is meant where nobody names one. */
export const lastMeasuredVersion: MeasuredVersion = '0.169'

/** Why a file is not read or not resumed. */
export type Refusal =
  | 'no-metadata'
  | 'item-first'
  | 'unknown-mode'
  | 'head-not-utf8'
  | 'not-utf8'
  | 'turns-unsupported'
  | 'no-source-rollout'
  | 'unparsable-first'
  | 'not-meta-first'
  | 'no-last-ordinal'
  | 'ordinal-overflow'

/** What is known of a version. Lines are counted without blank ones. */
export interface CodexEye {
  /** Lines from the first one on among which the list looks for the session meta. */
  readonly headLines: number
  /** Lines from the first one on among which it then looks for the message of a user. */
  readonly messageLines: number
  /** Sources that the list shows by default; a header without one is of the first. */
  readonly listedSources: readonly [string, ...string[]]
  /** Events that begin a turn, and that end one. */
  readonly turnStarts: readonly string[]
  readonly turnEnds: readonly string[]
  /** The one of these that says that a turn was broken off. */
  readonly abort: string
  /** Events that are items of a turn in a legacy file, and nothing in a paginated one. */
  readonly legacyItems: readonly string[]
  /** Those of them that name their turn, and are not shown where it is not there. */
  readonly turnScopedItems: readonly string[]
  /** Completed items that a legacy file shows; it passes over all others. */
  readonly legacyCompletedItems: readonly string[]
  /** What stands before this in a message is not shown in the list. */
  readonly previewMarker: string
  /** The last ordinal that a record may have so that another can follow. */
  readonly lastOrdinal: bigint
  /** The last ordinal with which turns can still be shown. */
  readonly lastShownOrdinal: bigint
  /** Its words, as far as they are always the same. */
  readonly refusals: Readonly<Record<Refusal, string>>
}

export const codexEyes: Readonly<Record<MeasuredVersion, CodexEye>> = {
  '0.169': {
    headLines: 10,
    messageLines: 210,
    listedSources: ['vscode', 'cli'],
    turnStarts: ['task_started', 'turn_started'],
    turnEnds: ['task_complete', 'turn_complete', 'turn_aborted'],
    abort: 'turn_aborted',
    legacyItems: [
      'user_message',
      'agent_message',
      'agent_reasoning',
      'agent_reasoning_raw_content',
      'context_compacted',
      'patch_apply_end',
      'mcp_tool_call_end',
      'web_search_end',
      'image_generation_end',
      'entered_review_mode',
      'exited_review_mode',
    ],
    turnScopedItems: ['patch_apply_end'],
    legacyCompletedItems: ['Plan'],
    previewMarker: '## My request for Codex:',
    lastOrdinal: 2n ** 64n - 2n,
    lastShownOrdinal: 2n ** 63n - 2n,
    refusals: {
      'no-metadata':
        'failed to read session metadata: the rollout is empty, or no line is a session meta that it decodes',
      'item-first': 'failed to read session metadata: the rollout does not start with session metadata',
      'unknown-mode': 'failed to read session metadata: invalid session metadata history_mode',
      'head-not-utf8': 'failed to read session metadata: stream did not contain valid UTF-8',
      'not-utf8': 'stream did not contain valid UTF-8',
      'turns-unsupported': 'list_turns is not supported yet',
      'no-source-rollout': 'missing source rollout',
      'unparsable-first': 'failed to parse first rollout record',
      'not-meta-first': 'the rollout does not start with session metadata',
      'no-last-ordinal': 'the final paginated rollout record is missing an ordinal',
      'ordinal-overflow': 'paginated rollout record ordinal overflow',
    },
  },
}

/** Returns the measured version that a text such as `0.169` or `0.169.0` names, null for any other. */
export function measuredVersion(version: string): MeasuredVersion | null {
  return measuredVersions.find((known) => version === known || isPatchOf(known, version)) ?? null
}

function isPatchOf(known: string, version: string): boolean {
  return version.startsWith(`${known}.`) && /^\d{1,9}$/.test(version.slice(known.length + 1))
}
