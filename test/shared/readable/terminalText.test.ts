import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { terminalPieces } from '../../../src/shared/rollout/readable/terminalText'

/** Each piece as its kind, its style and its text. */
function check(text: string, expected: readonly string[]): void {
  const shown = terminalPieces(text).map(({ kind, text: piece, style }) => {
    const { colour, isBold, isMarked, isUnderlined } = style
    const marks = [colour, isBold && 'bold', isMarked && 'marked', isUnderlined && 'underlined'].filter(
      Boolean,
    )
    return [kind, ...marks, JSON.stringify(piece)].join(' ')
  })
  expect(shown).toEqual(expected)
}

const esc = '\u001b'

describe('terminalPieces', () => {
  // SPEC inspector/terminal
  it('tells colours and weights as styles', () => {
    check(`a${esc}[1;31mb${esc}[0mc`, [
      'text "a"',
      'style red bold "\\u001b[1;31m"',
      'text red bold "b"',
      'style "\\u001b[0m"',
      'text "c"',
    ])
    check(`${esc}[mx`, ['style "\\u001b[m"', 'text "x"'])
    check(`${esc}[94mx${esc}[38;5;196my${esc}[38;2;0;200;10mz${esc}[39m`, [
      'style blue "\\u001b[94m"',
      'text blue "x"',
      'style red "\\u001b[38;5;196m"',
      'text red "y"',
      'style green "\\u001b[38;2;0;200;10m"',
      'text green "z"',
      'style "\\u001b[39m"',
    ])
  })

  it('shows text that a terminal would hide, and the sequence that asks for it', () => {
    check(`${esc}[8msecret${esc}[31;41mred on red`, [
      'escape "\\u001b[8m"',
      'text "secret"',
      'style red marked "\\u001b[31;41m"',
      'text red marked "red on red"',
    ])
  })

  it('shows every other sequence as it is', () => {
    check(
      `${esc}[2J${esc}]0;title\u0007${esc}]8;;https://a.test/${esc}\\link${esc}]8;;${esc}\\${esc}c${esc}[`,
      [
        'escape "\\u001b[2J"',
        'escape "\\u001b]0;title\\u0007"',
        'escape "\\u001b]8;;https://a.test/\\u001b\\\\"',
        'text "link"',
        'escape "\\u001b]8;;\\u001b\\\\"',
        'escape "\\u001bc"',
        'escape "\\u001b["',
      ],
    )
    check('a\u202eb\u0000\u009b', [
      'text "a"',
      `control "\u202e"`,
      'text "b"',
      'control "\\u0000"',
      `control "\u009b"`,
    ])
  })

  it('tells a return to the start of a line from the end of one', () => {
    check('10 %\r20 %\r\nok\tdone', [
      'text "10 %"',
      'return "\\r"',
      'text "20 %"',
      'control "\\r"',
      'text "\\nok\\tdone"',
    ])
  })

  it('loses nothing', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom(
        esc,
        `${esc}[`,
        `${esc}]8;;`,
        `${esc}\\`,
        '\u0007',
        ';',
        '38;5;',
        '31',
        'm',
        '\r',
        '\r\n',
        '\u202e',
      ),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const text = parts.join('')
        const pieces = terminalPieces(text)
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
        const read = pieces.filter(({ kind }) => kind === 'text').map((piece) => piece.text)
        expect(read.join('')).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
      }),
      { seed: 20261122, numRuns: 500 },
    )
  })
})
