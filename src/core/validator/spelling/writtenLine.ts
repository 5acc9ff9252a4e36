/**
 * Written line: the JSON text of a line that is held whole, and what rules ask about how it is written. Each thing is found
 * out when it is first asked for, and once.
 */
import { lineSpelling, type LineSpelling } from '../../scanner/lineSpelling'
import type { RecordForm } from '../forms/recordForms'
import { mayHoldRaw, specialCharacters, type SpecialCharacter } from './specialCharacters'

const none: readonly SpecialCharacter[] = []

export class WrittenLine {
  /** One JSON value as it stands, without the white space around it. */
  readonly text: string
  /** What holds for every record of its form; null where none was seen before. */
  readonly form: RecordForm | null
  readonly #bytes: number
  #spelling: LineSpelling | null = null
  #escapes: number | null = null
  #isPlain: boolean | null = null
  #characters: readonly SpecialCharacter[] | null = null

  /** `bytes` is the length of the line that holds the text. */
  constructor(text: string, bytes: number, form: RecordForm | null = null) {
    this.text = text
    this.form = form
    this.#bytes = bytes
  }

  get spelling(): LineSpelling {
    return (this.#spelling ??= lineSpelling(this.text))
  }

  /** True when a `\u` escape stands somewhere in the text. */
  get hasUnicodeEscapes(): boolean {
    return ((this.#escapes ??= oddEscapes(this.text)) & unicodeEscape) !== 0
  }

  /** True when the escape `\/` stands somewhere in the text. */
  get hasSolidus(): boolean {
    return ((this.#escapes ??= oddEscapes(this.text)) & solidusEscape) !== 0
  }

  get characters(): readonly SpecialCharacter[] {
    return (this.#characters ??= this.#mayHoldCharacters() ? specialCharacters(this.text) : none)
  }

  /** True when nothing of how the text is written needs a word: it is spelled as Codex does, and hides nothing. */
  get isPlain(): boolean {
    return (this.#isPlain ??= this.isSpelled && !this.hasSolidus && this.characters.length === 0)
  }

  /** True where members, numbers, white space and depth are as Codex writes them. */
  get isSpelled(): boolean {
    if (this.form !== null) return true
    const { depth, repeats, numbers, spaces } = this.spelling
    return depth <= 127 && repeats.length === 0 && numbers.length === 0 && spaces === 0
  }

  #mayHoldCharacters(): boolean {
    // White space around the text makes a line of ASCII look longer than its text, which only costs time.
    return this.hasUnicodeEscapes || mayHoldRaw(this.text, this.#bytes === this.text.length)
  }
}

const unicodeEscape = 1
const solidusEscape = 2
const [lowerU, solidus] = [0x75, 0x2f]

/** Says in one pass from escape to escape which of the two kinds stand in a valid JSON text that Codex seldom writes. */
function oddEscapes(text: string): number {
  let found = 0
  for (let at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at + 2)) {
    const code = text.charCodeAt(at + 1)
    if (code === lowerU) found |= unicodeEscape
    else if (code === solidus) found |= solidusEscape
  }
  return found
}
