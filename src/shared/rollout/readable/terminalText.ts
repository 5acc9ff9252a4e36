/**
 * Terminal text: output with escape sequences, cut into pieces for showing it. Colours and weights are told as styles;
 * every other sequence and control is a piece to be shown as what it is, and none is ever acted on. The pieces, one behind
 * the other, are the text as it was recorded.
 */

/** The eight colours of terminals. A colour of the larger sets is shown as the nearest of them. */
export const terminalColours = [
  'black',
  'red',
  'green',
  'yellow',
  'blue',
  'magenta',
  'cyan',
  'white',
] as const
export type TerminalColour = (typeof terminalColours)[number]

/** How a piece is drawn. `isMarked` stands for any background and for inverse: text is never made to vanish. */
export interface TerminalStyle {
  readonly colour: TerminalColour | null
  readonly isBold: boolean
  readonly isItalic: boolean
  readonly isUnderlined: boolean
  readonly isStruck: boolean
  readonly isMarked: boolean
}

/**
 * `text` is to be read; `style` is a sequence that the styles of what follows stand for; `escape` is any other sequence;
 * `control` is a single character that cannot be seen by itself; `return` goes back to the start of its line, where a
 * terminal would write over it.
 */
export interface TerminalPiece {
  readonly kind: 'text' | 'style' | 'escape' | 'control' | 'return'
  readonly text: string
  readonly style: TerminalStyle
}

/** Text without any style. */
export const plainStyle: TerminalStyle = {
  colour: null,
  isBold: false,
  isItalic: false,
  isUnderlined: false,
  isStruck: false,
  isMarked: false,
}

/** Control sequences, operating system commands (links and titles), and two-character escapes, in this order. */
const escapes =
  /\u001b\[[0-?]*[ -/]*[@-~]|\u001b[\]PX^_][^\u0007\u001b\n]{0,4096}(?:\u0007|\u001b\\)|\u001b[ -/]{0,4}[0-~]/
const controls =
  /\udb40[\udc00-\udc7f]|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202f\u205f-\u206f\ufeff\ufff9-\ufffb]/
const special = new RegExp(`(${escapes.source})|(\\r(?!\\n))|(${controls.source}|\\r)`, 'g')
const styleSequence = /^\u001b\[([\d;:]*)m$/

/** Cuts terminal output into pieces. Joined, their texts are the input. */
export function terminalPieces(text: string): readonly TerminalPiece[] {
  const pieces: TerminalPiece[] = []
  let style = plainStyle
  let at = 0
  for (const match of text.matchAll(special)) {
    if (match.index > at) pieces.push({ kind: 'text', text: text.slice(at, match.index), style })
    const [found, escape, goBack] = match
    const next = escape === undefined ? null : styleOf(escape, style)
    if (next !== null) style = next
    const kind =
      next !== null ? 'style' : escape !== undefined ? 'escape' : goBack === undefined ? 'control' : 'return'
    pieces.push({ kind, text: found, style })
    at = match.index + found.length
  }
  if (at < text.length) pieces.push({ kind: 'text', text: text.slice(at), style })
  return pieces
}

/** How many sequences of a text are drawn as styles and not shown themselves. */
export function styleCount(text: string): number {
  return text.includes('\u001b[') ? terminalPieces(text).filter(({ kind }) => kind === 'style').length : 0
}

/** The style that a sequence leads to; null where it asks for anything that is not done here, such as hiding text. */
function styleOf(sequence: string, before: TerminalStyle): TerminalStyle | null {
  const [, parameters] = styleSequence.exec(sequence) ?? []
  if (parameters === undefined) return null
  const codes = parameters.split(/[;:]/).map(Number)
  let style: TerminalStyle | null = before
  while (codes.length > 0 && style !== null) style = applyCode(codes, style)
  return style
}

/** Applies one code and takes it, with what belongs to it, off the front of the list. */
function applyCode(codes: number[], style: TerminalStyle): TerminalStyle | null {
  const code = codes.shift() ?? 0
  if (code === 38 || code === 48) {
    const colour = largeColour(codes)
    if (colour === null) return null
    return code === 38 ? { ...style, colour } : { ...style, isMarked: true }
  }
  const simple = simpleStyles[code]
  if (simple !== undefined) return { ...style, ...simple }
  const colour = code >= 90 && code <= 97 ? code - 90 : code - 30
  if (colour >= 0 && colour < 8) return { ...style, colour: terminalColours[colour] ?? null }
  const isBackground = (code >= 40 && code <= 47) || (code >= 100 && code <= 107)
  return isBackground ? { ...style, isMarked: true } : null
}

const simpleStyles: Readonly<Record<number, Partial<TerminalStyle>>> = {
  0: plainStyle,
  1: { isBold: true },
  // Faint text has to stay readable: it is drawn like any other.
  2: {},
  3: { isItalic: true },
  4: { isUnderlined: true },
  7: { isMarked: true },
  9: { isStruck: true },
  21: { isUnderlined: true },
  22: { isBold: false },
  23: { isItalic: false },
  24: { isUnderlined: false },
  27: { isMarked: false },
  29: { isStruck: false },
  39: { colour: null },
  49: { isMarked: false },
}

/** `5;n` of 256 colours, or `2;r;g;b`, as the nearest of the eight. */
function largeColour(codes: number[]): TerminalColour | null {
  const form = codes.shift()
  if (form === 5) {
    const number = codes.shift() ?? 0
    if (number < 16) return terminalColours[number % 8] ?? null
    if (number >= 232) return number < 244 ? 'black' : 'white'
    const index = number - 16
    return nearest(Math.floor(index / 36) * 51, (Math.floor(index / 6) % 6) * 51, (index % 6) * 51)
  }
  if (form !== 2 || codes.length < 3) return null
  const [red = 0, green = 0, blue = 0] = codes.splice(0, 3)
  return nearest(red, green, blue)
}

/** A colour by which of its parts are strong. */
function nearest(red: number, green: number, blue: number): TerminalColour {
  const strongest = Math.max(red, green, blue)
  if (strongest < 64) return 'black'
  const isStrong = (part: number): number => (part > strongest * 0.6 ? 1 : 0)
  return terminalColours[isStrong(red) + 2 * isStrong(green) + 4 * isStrong(blue)] ?? 'white'
}
