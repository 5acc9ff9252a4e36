/**
 * Form steps: the JSON text of a record as what is the same in every record of its form, with gaps where texts and numbers
 * stand that neither the schemas nor Codex's decoder look into (SPEC check/form). Pure.
 */
import { stringEnd } from '../../scanner/openNames'

/** What may stand in a gap: the inside of a text, a whole number, one that may have a fraction, or a share such as `12.0`. */
export type Gap = 'text' | 'whole' | 'fraction' | 'share'

/** Bytes that stand in every record of a form, and what follows them; null at the end of the record. */
export interface FormStep {
  readonly bytes: Uint8Array
  readonly gap: Gap | null
}

/** Members whose texts every schema and every table of Codex takes whatever they say. A test holds this list to them. */
export const freeTexts: ReadonlySet<string> = new Set(
  (
    'timestamp text message arguments output input content encrypted_content summary_text call_id turn_id root_turn_id ' +
    'message_id response_id process_id command cmd query path aggregated_output formatted_output stdout stderr ' +
    'unified_diff last_agent_message user_instructions developer_instructions approved_command_prefixes'
  ).split(' '),
)
/** Members whose texts are looked at, but not behind a slash that they begin with: folders. */
export const freePaths: ReadonlySet<string> = new Set(['cwd'])
/** Members that may have a fraction for everybody who looks at them. */
export const freeFractions: ReadonlySet<string> = new Set(['create_time'])
/** The same of all members that are called so in the end; Codex writes them with a fraction even where they are whole. */
export const shareName = '_percent'
/** Members that may not be just any whole number of fifteen digits. */
export const narrowNumbers: ReadonlySet<string> = new Set(['num_turns'])
/** Whole numbers of so many digits are exact in a double. */
export const mostDigits = 15

const [quote, comma, colon, slash] = [0x22, 0x2c, 0x3a, 0x2f]
const [openObject, closeObject, openArray, closeArray] = [0x7b, 0x7d, 0x5b, 0x5d]
const wholeNumber = /\d{1,15}(?![\d.eE])/y
const anyNumber = /\d{1,15}(?:\.\d{1,15})?(?![\d.eE])/y
const restOfValue = /[^,\]}]*/y

/** Returns the steps of a record, which must be valid JSON without white space between its values. */
export function formSteps(text: string): readonly FormStep[] {
  return new Steps(text).all()
}

class Steps {
  readonly #text: string
  readonly #steps: FormStep[] = []
  /** Of each open list the name that its elements go by, null for an object. */
  readonly #open: (string | null)[] = []
  #name = ''
  #isNameNext = false
  #at = 0
  /** Where the bytes of the next step begin. */
  #from = 0

  constructor(text: string) {
    this.#text = text
  }

  all(): readonly FormStep[] {
    while (this.#at < this.#text.length) this.#next(this.#text.charCodeAt(this.#at))
    this.#steps.push({ bytes: Buffer.from(this.#text.slice(this.#from)), gap: null })
    return this.#steps
  }

  #next(code: number): void {
    switch (code) {
      case quote:
        if (this.#isNameNext) this.#takeName()
        else this.#takeText()
        return
      case openObject:
      case openArray:
        this.#open.push(code === openArray ? this.#name : null)
        this.#isNameNext = code === openObject
        break
      case closeObject:
      case closeArray:
        this.#open.pop()
        this.#isNameNext = false
        break
      case comma: {
        const list = this.#open.at(-1) ?? null
        this.#isNameNext = list === null
        this.#name = list ?? ''
        break
      }
      case colon:
        break
      default:
        this.#takeNumber()
        return
    }
    this.#at += 1
  }

  #takeName(): void {
    const end = stringEnd(this.#text, this.#at)
    this.#name = this.#text.slice(this.#at + 1, end - 1)
    this.#isNameNext = false
    this.#at = end
  }

  #takeText(): void {
    const inside = this.#at + 1
    const end = stringEnd(this.#text, this.#at)
    if (freeTexts.has(this.#name)) this.#gap(inside, end - 1, 'text')
    else if (freePaths.has(this.#name) && this.#text.charCodeAt(inside) === slash) {
      this.#gap(inside + 1, end - 1, 'text')
    }
    this.#at = end
  }

  /** Takes a number; `true`, `false` and `null` are no gaps. */
  #takeNumber(): void {
    // What is written right behind a name is usual there alone: elements of a list are numbers like others.
    const isElement = (this.#open.at(-1) ?? null) !== null
    const gap = numberGap(isElement ? '' : this.#name)
    const pattern = gap === 'whole' ? wholeNumber : anyNumber
    const end = gap === null ? this.#at : endOf(pattern, this.#text, this.#at)
    if (gap !== null && end > this.#at) this.#gap(this.#at, end, gap)
    this.#at = end > this.#at ? end : endOf(restOfValue, this.#text, this.#at)
  }

  #gap(start: number, end: number, gap: Gap): void {
    this.#steps.push({ bytes: Buffer.from(this.#text.slice(this.#from, start)), gap })
    this.#from = end
  }
}

function numberGap(name: string): Gap | null {
  if (narrowNumbers.has(name)) return null
  if (name.endsWith(shareName)) return 'share'
  return freeFractions.has(name) ? 'fraction' : 'whole'
}

/** Returns the index behind what a pattern matches at an index, the index itself where it does not. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}
