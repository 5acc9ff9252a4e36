/** Call end: calls and outputs that wait for their counterpart, how a file goes on without it, and which rule that is for. */
import type { Draft } from '../rule'

/** Rules about calls and their outputs, without their area. */
export type CallRule = 'without-output' | 'unfinished' | 'without-call' | 'out-of-order' | 'id-repeated'

/** How the file went on. A `lost` one may have its output on a line that cannot be read, which is a finding of its own. */
export type CallEnd = 'completed' | 'answered' | 'aborted' | 'next-turn' | 'file-end' | 'lost'

/** A call whose output has not come. */
export interface OpenCall {
  readonly draft: Draft
  readonly round: number
  /** Lines that could not be read when the call went by. */
  readonly lost: number
  /** How the file went on without the output; null while it may still come. */
  end: CallEnd | null
}

/** An output whose call was not seen. */
export interface Orphan {
  readonly draft: Draft
  /** True where a line of the same turn cannot be read, or the calls may stand in the file that this one goes on from. */
  readonly isExplained: boolean
  readonly isFirst: boolean
}

/** The rule and the words for each end; null for one that nothing is said of. */
export const callEndings: Readonly<
  Record<CallEnd, { readonly name: CallRule; readonly words: string } | null>
> = {
  completed: { name: 'without-output', words: 'has no output, and its turn was completed' },
  answered: { name: 'without-output', words: 'has no output, and the model went on' },
  aborted: { name: 'unfinished', words: 'has no output: its turn was broken off' },
  'next-turn': {
    name: 'unfinished',
    words: 'has no output: the next turn began before its own was over',
  },
  'file-end': { name: 'unfinished', words: 'has no output: the file ends before it' },
  lost: null,
}
