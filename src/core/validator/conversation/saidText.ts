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
  /** Whether it is to be compared word by word; of a text that is kept whole null until somebody asks. */
  isLoose: boolean | null
}

/** Returns a text as it can be kept. */
export function saidText(text: string): SaidText {
  if (text.length <= longestKept) return { text, length: text.length, hash: null, isLoose: null }
  // A slice would keep the whole text alive.
  const head = Buffer.from(text.slice(0, headLength), 'utf16le').toString('utf16le')
  return { text: head, length: text.length, hash: hash53(text), isLoose: isLooseText(text) }
}

/**
 * True where a text is not to be compared word by word: Codex takes citations and proposed plans out of one of the two, and
 * half of a surrogate pair is a finding of its own.
 */
function isLooseText(text: string): boolean {
  if (text.includes('<oai-mem-citation') || text.includes('<proposed_plan')) return true
  // Whether there is any half of a pair at all is found out much faster than whether one stands alone.
  return /[\ud800-\udfff]/.test(text) && /\p{Surrogate}/u.test(text)
}

function isLoose(said: SaidText): boolean {
  return (said.isLoose ??= isLooseText(said.text))
}

/** True when two texts are the same, or one of them cannot be compared word by word. */
export function isSameText(a: SaidText, b: SaidText): boolean {
  if (a.length === b.length && a.hash === b.hash && a.text === b.text) return true
  return isLoose(a) || isLoose(b)
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
