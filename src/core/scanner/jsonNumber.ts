/** Numbers of JSON as a state machine, byte by byte (RFC 8259, section 6). */

/** States of a number after RFC 8259 section 6. */
export type NumberState = 'minus' | 'zero' | 'int' | 'point' | 'fraction' | 'e' | 'e-sign' | 'exponent'
/** States in which a number may end. */
export const numberEnds: ReadonlySet<NumberState> = new Set(['zero', 'int', 'fraction', 'exponent'])

/** Returns the state after a byte, null when the number ends before it. */
export function nextNumberState(state: NumberState, byte: number): NumberState | null {
  const isDigit = byte >= 0x30 && byte <= 0x39
  const isExponent = byte === 0x65 || byte === 0x45
  switch (state) {
    case 'minus':
      if (byte === 0x30) return 'zero'
      return isDigit ? 'int' : null
    case 'zero':
      if (byte === 0x2e) return 'point'
      return isExponent ? 'e' : null
    case 'int':
      if (isDigit) return 'int'
      if (byte === 0x2e) return 'point'
      return isExponent ? 'e' : null
    case 'point':
      return isDigit ? 'fraction' : null
    case 'fraction':
      if (isDigit) return 'fraction'
      return isExponent ? 'e' : null
    case 'e':
      if (byte === 0x2b || byte === 0x2d) return 'e-sign'
      return isDigit ? 'exponent' : null
    case 'e-sign':
    case 'exponent':
      return isDigit ? 'exponent' : null
  }
}

/** Returns the state after the first byte of a number, null when no number starts with it. */
export function firstNumberState(byte: number): NumberState | null {
  if (byte === 0x2d) return 'minus'
  if (byte === 0x30) return 'zero'
  return byte >= 0x31 && byte <= 0x39 ? 'int' : null
}
