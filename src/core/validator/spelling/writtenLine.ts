/**
 * Written line: the JSON text of a line that is held whole, and what rules ask about how it is written. Each thing is found
 * out when it is first asked for, and once.
 */
import { lineSpelling, type LineSpelling } from '../../scanner/lineSpelling'
import type { RecordForm } from '../forms/recordForms'
import { rareEscapes, specialCharacters, type RareEscapes, type SpecialCharacter } from './specialCharacters'

export class WrittenLine {
  /** One JSON value as it stands, without the white space around it. */
  readonly text: string
  /** What holds for every record of its form; null where none was seen before. */
  readonly form: RecordForm | null
  readonly #bytes: number
  #spelling: LineSpelling | null = null
  #escapes: RareEscapes | null = null
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

  /** The escapes that Codex seldom writes. */
  get escapes(): RareEscapes {
    return (this.#escapes ??= rareEscapes(this.text))
  }

  get characters(): readonly SpecialCharacter[] {
    // White space around the text makes a line of ASCII look longer than its text, which only costs time.
    const isAscii = this.#bytes === this.text.length
    return (this.#characters ??= specialCharacters(this.text, this.escapes.unicode, isAscii))
  }

  /** True when nothing of how the text is written needs a word: it is spelled as Codex does, and hides nothing. */
  get isPlain(): boolean {
    return (this.#isPlain ??= this.isSpelled && !this.escapes.hasSolidus && this.characters.length === 0)
  }

  /** True where members, numbers, white space and depth are as Codex writes them. */
  get isSpelled(): boolean {
    if (this.form !== null) return true
    const { depth, repeats, numbers, spaces } = this.spelling
    return depth <= 127 && repeats.length === 0 && numbers.length === 0 && spaces === 0
  }
}
