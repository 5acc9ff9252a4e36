import { noteRule } from '../../sequence/notes'

/** The ordinal is no whole number. */
export const ordinalNotInteger = noteRule({
  id: 'ordinal/not-integer',
  severity: 'error',
  title: 'Ordinal is no whole number',
  explanation:
    'The ordinal is a text, negative, or written with a fraction or an exponent. Codex cannot decode such a line.',
  remedy: 'The record is readable here. Codex writes whole numbers only: find out what changed the line.',
  source: 'Measured with Codex 0.169.0.',
  example: '"ordinal":14.0',
  codex: 'Cannot decode the line: its item is missing from the turns, without a word.',
})
