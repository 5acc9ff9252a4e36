import { describe, expect, it } from 'vitest'
import { rawPieces } from '../../../src/renderer/src/features/inspector/rawPieces'

describe('rawPieces', () => {
  it('marks escapes of invalid bytes only where the host says that there are some', () => {
    const text = 'caf\\xE9\\xC3 \\\\xE9'
    expect(rawPieces(text, true)).toEqual([
      { text: 'caf', look: 'plain' },
      { text: '\\xE9\\xC3', look: 'invalid' },
      { text: ' \\\\xE9', look: 'plain' },
    ])
    expect(rawPieces(text, false)).toEqual([{ text, look: 'plain' }])
  })

  it('marks control characters and loses no character', () => {
    const text = 'a\u0000\u0000b\u202Ec\n'
    const pieces = rawPieces(text, true)
    expect(pieces.map(({ look }) => look)).toEqual([
      'plain',
      'control',
      'plain',
      'control',
      'plain',
      'control',
    ])
    expect(pieces.map((piece) => piece.text).join('')).toBe(text)
  })
})
