/**
 * Message fold: compares what was said as it is stored for people, for the model, and at the end of its turn. Each text is
 * kept only until its counterpart comes.
 */
import { isJsonObject } from '../../../shared/rollout/rolloutLine'
import { EarlySingles } from './earlySingles'
import { eachRecord, isLong } from './lineRecords'
import { MessagePairs, type OddMessage, type SingleMessage } from './messagePairs'
import type { RecordFacts } from '../recordFacts'
import { lineDraft, type Draft, type FileBasics, type FileFacts, type RuleLine } from '../rule'
import { NamedDrafts, type FamilyFold, type Named } from './ruleFamily'
import { differenceOf, isSameText, saidText, type SaidText } from './saidText'
import { eachSpoken, type Listener, type Speaker } from './spokenRecord'

/** What is told of messages, by the names of the rules below `message/`. */
export type MessageRule = 'differs' | 'only-event' | 'only-item' | 'one-stream' | 'last-answer'

/** Why what waits is not waited for any more. */
type End = 'completed' | 'cut' | 'compacted' | 'overtaken' | 'file-end'

export class MessageFold implements FamilyFold<MessageRule> {
  readonly #pairs: Readonly<Record<Speaker, MessagePairs>>
  readonly #early = new EarlySingles()
  /** True once a message was found in both streams. */
  #hasPairs = false
  readonly #found = new NamedDrafts<MessageRule>()
  #line: RuleLine | null = null
  /** What the model said last in the turn, in each stream. */
  #last: { event: SaidText | null; item: SaidText | null; lineNumber: number } = noAnswer()
  #sessionId: string | null = null
  /** True where what has no counterpart is explained: by a lost line of the turn, or by how the file came about. */
  #isLost = false
  #isCopy = false
  #hasReview = false

  constructor({ limits }: FileBasics) {
    const pairs = (): MessagePairs => new MessagePairs(limits)
    this.#pairs = { user: pairs(), agent: pairs(), reasoning: pairs() }
  }

  onLine = (line: RuleLine): readonly Named<MessageRule>[] => {
    const id = line.sessionFacts?.id ?? null
    if (id !== null) {
      this.#isCopy ||= this.#sessionId !== null && this.#sessionId !== id
      this.#sessionId ??= id
    }
    this.#line = line
    const isWhole = eachRecord(line, this.#record)
    // A record that lacks something is a finding, and may be the one that is missed.
    if (!isWhole || (line.shape !== null && line.shape.rejections.length > 0)) this.#isLost = true
    return this.#found.take()
  }

  onEnd = (file: FileFacts): readonly Named<MessageRule>[] => {
    this.#flush('file-end', file.lineCount)
    for (const { name, draft } of this.#early.rest()) this.#found.push(name, draft)
    return this.#found.take()
  }

  readonly #record = (record: RecordFacts, line: RuleLine): void => {
    switch (record.type) {
      case 'response_item':
        // What a line of more than 8 MiB says is not known to its end.
        if (isLong(line)) this.#isLost = true
        else eachSpoken(record, this.#listen)
        return
      case 'event_msg':
        if (isLong(line)) this.#isLost = true
        else this.#event(record, line)
        return
      case 'compacted':
        this.#flush('compacted')
        return
      default:
    }
  }

  #event(record: RecordFacts, line: RuleLine): void {
    switch (record.subtype) {
      case 'task_complete':
      case 'turn_complete':
        this.#compareLast(record.payload['last_agent_message'], line)
        this.#endTurn('completed')
        return
      case 'task_started':
      case 'turn_started':
      case 'turn_aborted':
        this.#endTurn('cut')
        return
      case 'entered_review_mode':
      case 'exited_review_mode':
        this.#hasReview = true
        return
      default:
        this.#hasReview ||= record.subtype === 'item_completed' && isReview(record.payload['item'])
        eachSpoken(record, this.#listen)
    }
  }

  readonly #listen: Listener = ({ speaker, side, text, isSure }) => {
    if (this.#line === null) return
    const said = saidText(text)
    const draft = lineDraft(this.#line, '')
    if (speaker === 'agent') {
      this.#last[side] = said
      this.#last.lineNumber = this.#line.line.lineNumber
    }
    const pairs = this.#pairs[speaker]
    this.#name(speaker, pairs.take({ side, said, draft, isSure }), 'overtaken')
    if (pairs.hasPairs && !this.#hasPairs) {
      this.#hasPairs = true
      for (const one of this.#early.release()) this.#found.push(one.name, one.draft)
    }
  }

  #endTurn(end: End): void {
    this.#flush(end)
    this.#last = noAnswer()
    this.#isLost = false
  }

  #flush(end: End, lastLine = 0): void {
    for (const speaker of ['user', 'agent', 'reasoning'] as const) {
      this.#name(speaker, this.#pairs[speaker].flush(), end, lastLine)
    }
  }

  #name(speaker: Speaker, odd: readonly OddMessage[], end: End, lastLine = 0): void {
    for (const one of odd) {
      if (one.kind === 'differs') this.#found.push('differs', differs(one.event, one.item))
      else if (speaker !== 'reasoning' && !this.#isExplained(one.message, speaker, { end, lastLine })) {
        const name = one.message.side === 'event' ? 'only-event' : 'only-item'
        this.#single(speaker, name, one.message.draft)
      }
    }
  }

  #isExplained(
    { side, draft }: SingleMessage,
    speaker: 'user' | 'agent',
    { end, lastLine }: { readonly end: End; readonly lastLine: number },
  ): boolean {
    if (this.#isLost || this.#isCopy) return true
    if (side === 'event') {
      // The model's items came last up to 2025, and the events of a review are copies.
      return this.#hasReview || (speaker === 'agent' && (end === 'cut' || end === 'file-end'))
    }
    return speaker === 'agent' ? end === 'compacted' : draft.lineNumber === lastLine
  }

  #single(speaker: 'user' | 'agent', name: 'only-event' | 'only-item', draft: Draft): void {
    const named = { ...draft, message: singleWords[name](speaker) }
    if (this.#hasPairs) this.#found.push(name, named)
    else this.#early.add(name, named)
  }

  #compareLast(message: unknown, line: RuleLine): void {
    if (typeof message !== 'string' || message === '' || this.#isLost || this.#hasReview) return
    const said = saidText(message)
    const { event, item, lineNumber } = this.#last
    const answers = [event, item].flatMap((answer) => answer ?? [])
    if (answers.some((answer) => isSameText(answer, said))) return
    const [answer] = answers
    if (answer === undefined && this.#isCopy) return
    const words =
      answer === undefined
        ? 'The turn ends with a last answer, and none is stored in it.'
        : `The last answer that the turn ends with is another than that in line ${String(lineNumber)}, ${differenceOf(said, answer)}.`
    this.#found.push('last-answer', lineDraft(line, words))
  }
}

const singleWords = {
  'only-event': (speaker: 'user' | 'agent') =>
    `This message of the ${speakers[speaker]} is stored for people, and not as an item for the model.`,
  'only-item': (speaker: 'user' | 'agent') =>
    `This message of the ${speakers[speaker]} is stored as an item for the model, and not for people.`,
}
const speakers = { user: 'user', agent: 'model' }

function differs({ draft, said }: SingleMessage, item: SingleMessage): Draft {
  const where = `line ${String(item.draft.lineNumber)}, which holds the same message for the model`
  return { ...draft, message: `The text differs from that in ${where}, ${differenceOf(said, item.said)}.` }
}

function noAnswer(): { event: SaidText | null; item: SaidText | null; lineNumber: number } {
  return { event: null, item: null, lineNumber: 0 }
}

function isReview(item: unknown): boolean {
  const type = isJsonObject(item) ? item['type'] : undefined
  return type === 'EnteredReviewMode' || type === 'ExitedReviewMode'
}
