/** Said text: a text of a message, small enough to be kept until its counterpart comes. */
import { hash53 } from '../seenIds'
import { quoted } from '../shapeText'

/** Texts up to this length are kept; of longer ones a hash and the beginning. */
const longestKept = 64 * 1024
const headLength = 1024
/** Characters that a message of a finding shows of each of two texts. */
const shownLength = 40

export interface SaidText {
  /** The text, or its beginning. */
  readonly text: string
  readonly length: number
  /** Hash of a text of which only the beginning is kept, else null. */
  readonly hash: number | null
  /** What `looseness` finds out; of a text that is kept whole null until somebody asks. */
  loose: Looseness | null
}

/** How far a text can be compared word by word. */
interface Looseness {
  /** True where half of a surrogate pair stands in it, which is a finding of its own. */
  readonly hasHalf: boolean
  /** True where blocks stand in it that Codex takes out of one of the two. */
  readonly hasBlocks: boolean
  /** Hash of what stands outside of such blocks, white space aside: how much of that goes with a block nobody measured. */
  readonly outside: number
}

/** Returns a text as it can be kept. */
export function saidText(text: string): SaidText {
  if (text.length <= longestKept) return { text, length: text.length, hash: null, loose: null }
  // A slice would keep the whole text alive.
  const head = Buffer.from(text.slice(0, headLength), 'utf16le').toString('utf16le')
  return { text: head, length: text.length, hash: hash53(text), loose: looseness(text) }
}

/** What Codex takes out of an answer before it shows it to people: citations of its memory, and proposed plans. */
const takenOut = ['oai-mem-citation', 'proposed_plan'] as const

function looseness(text: string): Looseness {
  const outside = takenOut.reduce(without, text)
  return {
    // Whether there is any half of a pair at all is found out much faster than whether one stands alone.
    hasHalf: /[\ud800-\udfff]/.test(text) && /\p{Surrogate}/u.test(text),
    hasBlocks: outside.length < text.length,
    outside: hash53(outside.replace(/\s+/g, '')),
  }
}

/** Leaves out blocks of a tag; one that is not closed goes to the end of the text. Each character is looked at once. */
function without(text: string, tag: string): string {
  const kept: string[] = []
  let at = 0
  for (let from = text.indexOf(`<${tag}>`); from >= 0; from = text.indexOf(`<${tag}>`, at)) {
    kept.push(text.slice(at, from))
    const to = text.indexOf(`</${tag}>`, from)
    at = to < 0 ? text.length : to + tag.length + '</>'.length
  }
  return kept.length === 0 ? text : kept.join('') + text.slice(at)
}

function loosenessOf(said: SaidText): Looseness {
  return (said.loose ??= looseness(said.text))
}

/** True when two texts are the same, or differ in nothing that can be compared: outside of the blocks that Codex takes out. */
export function isSameText(a: SaidText, b: SaidText): boolean {
  if (a.length === b.length && a.hash === b.hash && a.text === b.text) return true
  const [first, second] = [loosenessOf(a), loosenessOf(b)]
  if (first.hasHalf || second.hasHalf) return true
  return (first.hasBlocks || second.hasBlocks) && first.outside === second.outside
}

/** Says where two texts differ: `character 5: "one" and "another"`. */
export function differenceOf(a: SaidText, b: SaidText): string {
  const end = Math.min(a.text.length, b.text.length)
  let at = 0
  while (at < end && a.text.charCodeAt(at) === b.text.charCodeAt(at)) at += 1
  if (at === end && a.hash !== null && b.hash !== null) {
    return `behind character ${end.toLocaleString('en')} of ${a.length.toLocaleString('en')} and ${b.length.toLocaleString('en')}`
  }
  return `from character ${(at + 1).toLocaleString('en')} on: ${shown(a.text, at)} and ${shown(b.text, at)}`
}

function shown(text: string, from: number): string {
  const rest = text.slice(from)
  return quoted(rest.length <= shownLength ? rest : `${rest.slice(0, shownLength)}…`)
}
