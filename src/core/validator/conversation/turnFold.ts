/**
 * Turn fold: pairs the start of each turn with its end, by the id that both carry. Before February 2026 turns were not
 * stored, and nothing is said of files without them.
 */
import { isJsonObject } from '../../../shared/rollout/rolloutLine'
import { eachRecord } from './lineRecords'
import type { RecordFacts } from '../recordFacts'
import type { Limits } from '../limits'
import { lineDraft, type Draft, type FileBasics, type RuleLine } from '../rule'
import { NamedDrafts, type FamilyFold, type Named } from './ruleFamily'
import { SeenIds } from '../seenIds'
import { quotedShort } from '../shapeText'

/** What is told of turns, by the names of the rules below `turn/`. */
export type TurnRule = 'not-ended' | 'not-started' | 'repeated' | 'overlapping'

/** Turns that are open at the same time; more than that nobody has seen, and the oldest are given up. */
const mostOpen = 100

interface OpenTurn {
  readonly draft: Draft
  readonly lineNumber: number
  /** Lines that could not be read when it began. */
  readonly lost: number
}

export class TurnFold implements FamilyFold<TurnRule> {
  readonly #open = new Map<string, OpenTurn>()
  readonly #started = new SeenIds()
  readonly #ended = new SeenIds()
  #hasStarted = false
  #hasBase = false
  #lost = 0
  /** Lines that could not be read when the last turn ended: the start of another may stand on one behind it. */
  #lostAtEnd = 0
  /**
   * A review runs in a thread of its own: here stand the start of its turn and the end of ours, and neither of the
   * others (ROLLOUT-FORMAT 2.8).
   */
  #review: 'none' | 'entered' | 'left' = 'none'
  readonly #found = new NamedDrafts<TurnRule>()
  readonly #limits: Limits

  constructor({ limits }: FileBasics) {
    this.#limits = limits
  }

  onLine = (line: RuleLine): readonly Named<TurnRule>[] => {
    if (line.sessionFacts?.hasBase === true) this.#hasBase = true
    if (!eachRecord(line, this.#record)) this.#lost += 1
    return this.#found.take()
  }

  onEnd = (): readonly Named<TurnRule>[] => {
    if (this.#started.isFull || this.#ended.isFull) this.#limits.meet('ids')
    const left = [...this.#open.values()]
    for (const turn of left) {
      this.#notEnded(turn, turn === left.at(-1) ? 'the file ends before it' : 'another began before it')
    }
    return this.#found.take()
  }

  readonly #record = (record: RecordFacts, line: RuleLine): void => {
    if (record.type !== 'event_msg') return
    const { payload } = record
    switch (record.subtype) {
      case 'task_started':
      case 'turn_started':
        this.#start(payload['turn_id'], line)
        return
      case 'task_complete':
      case 'turn_complete':
        this.#end(payload['turn_id'], line)
        return
      case 'turn_aborted':
        if (payload['reason'] === 'review_ended') this.#review = 'left'
        this.#end(payload['turn_id'], line)
        return
      case 'entered_review_mode':
        this.#review = 'entered'
        return
      case 'exited_review_mode':
        this.#review = 'left'
        return
      case 'item_completed':
        this.#review = reviewOf(payload['item']) ?? this.#review
        return
      default:
    }
  }

  #start(id: unknown, line: RuleLine): void {
    if (typeof id !== 'string') return
    this.#hasStarted = true
    if (this.#started.add(id)) this.#note('repeated', line, `The turn ${quotedShort(id)} begins once more.`)
    const [oldest] = this.#open
    if (this.#open.size >= mostOpen && oldest !== undefined) {
      this.#open.delete(oldest[0])
      this.#limits.meet('turns')
    }
    const { lineNumber } = line.line
    this.#open.set(id, {
      draft: lineDraft(line, `The turn ${quotedShort(id)}`),
      lineNumber,
      lost: this.#lost,
    })
  }

  #end(id: unknown, line: RuleLine): void {
    // Up to January 2026 a turn that was broken off had no id, and no start either.
    if (typeof id !== 'string') this.#open.clear()
    else {
      const turn = this.#open.get(id)
      if (turn === undefined) this.#endUnknown(id, line)
      else this.#endOpen(id, turn, line)
      this.#ended.add(id)
    }
    this.#lostAtEnd = this.#lost
  }

  /** Turns that began before the one that ends were left without an end; one that began behind it overlaps. */
  #endOpen(id: string, { lineNumber }: OpenTurn, line: RuleLine): void {
    this.#open.delete(id)
    for (const [other, turn] of this.#open) {
      if (turn.lineNumber < lineNumber) {
        this.#open.delete(other)
        this.#notEnded(turn, 'another began before it')
      } else if (this.#review !== 'none') this.#open.delete(other)
      else {
        const where = `behind line ${String(turn.lineNumber)}, where another began`
        this.#note('overlapping', line, `The turn ${quotedShort(id)} ends ${where}.`)
        break
      }
    }
    if (this.#review === 'left') this.#review = 'none'
  }

  #endUnknown(id: string, line: RuleLine): void {
    const mayStandElsewhere = this.#lost > this.#lostAtEnd || (this.#hasBase && !this.#hasStarted)
    if (this.#review !== 'none') {
      this.#open.clear()
      this.#review = 'none'
    } else if (this.#ended.has(id)) {
      this.#note('repeated', line, `The turn ${quotedShort(id)} ends once more.`)
    } else if (this.#started.has(id)) {
      this.#note('overlapping', line, `The turn ${quotedShort(id)} ends behind turns that began after it.`)
    } else if (!mayStandElsewhere && !this.#started.isFull) {
      this.#note('not-started', line, `The turn ${quotedShort(id)} ends here and begins nowhere.`)
    }
  }

  /** An end that may stand on a line which cannot be read is not missed: that line is a finding. */
  #notEnded({ draft, lost }: OpenTurn, reason: string): void {
    if (lost < this.#lost) return
    this.#found.push('not-ended', { ...draft, message: `${draft.message} has no end: ${reason}.` })
  }

  #note(name: TurnRule, line: RuleLine, message: string): void {
    this.#found.push(name, lineDraft(line, message))
  }
}

function reviewOf(item: unknown): 'entered' | 'left' | null {
  const type = isJsonObject(item) ? item['type'] : undefined
  if (type === 'EnteredReviewMode') return 'entered'
  return type === 'ExitedReviewMode' ? 'left' : null
}
