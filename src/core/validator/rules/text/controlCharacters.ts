import { codePointText, type SpecialCharacter } from '../../spelling/specialCharacters'
import { characterRule } from './characterRule'

/** Control characters other than white space and colours of a terminal. */
export const controlCharacters = characterRule(
  {
    id: 'text/control',
    severity: 'info',
    title: 'Control characters',
    explanation:
      'A text holds characters that control a terminal, such as NUL, or sequences that move the cursor, set a title or the clipboard. Line ends, tabs and colours are not counted. A terminal that prints the text does what they say.',
    remedy: 'Read the text here, where they are shown as marks, and not with a program that prints it.',
    source: 'ECMA-48; what corpora of real sessions hold.',
    example: '"output":"\\u001b]52;c;ZXZpbA==\\u0007"',
    codex: 'Reads it.',
  },
  nameOf,
)

const escape = 0x1b
const bell = 0x07

/** The bell that ends a command is named by the beginning of that. */
function nameOf(
  { code, end }: SpecialCharacter,
  text: string,
  before: SpecialCharacter | undefined,
): string | null {
  if (code === escape) return sequenceName(text, end)
  if (code === bell && before?.code === escape && text[before.end] === ']') return null
  const isControl = code < 0x20 || (code >= 0x7f && code <= 0x9f)
  const isWhiteSpace = code === 0x09 || code === 0x0a || code === 0x0d
  return isControl && !isWhiteSpace ? codePointText(code) : null
}

/** Names an escape sequence by its beginning; null for one that sets a colour or a style. */
function sequenceName(text: string, from: number): string | null {
  const next = text[from]
  if (next === '[') {
    const [, final = ''] = /^\[[0-9;:?<=>!]*([@-~]?)/.exec(text.slice(from, from + 40)) ?? []
    if (final === 'm') return null
    return final === ''
      ? 'ESC ['
      : `ESC [ ${final} (${final === 'K' || final === 'J' ? 'erases' : 'moves or sets'})`
  }
  if (next !== ']') return 'ESC'
  const [, number = ''] = /^\](\d{0,4})/.exec(text.slice(from, from + 6)) ?? []
  return `ESC ] ${number} (${commands[number] ?? 'a command to the terminal'})`
}

const commands: Readonly<Record<string, string>> = {
  '0': 'sets the title',
  '1': 'sets the title',
  '2': 'sets the title',
  '8': 'makes a link',
  '52': 'sets the clipboard',
}
