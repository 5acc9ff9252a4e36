import { noteRule } from '../../sequence/notes'

/** The ordinal is beyond 2^53. */
export const ordinalTooLarge = noteRule({
  id: 'ordinal/too-large',
  severity: 'error',
  title: 'Ordinal is too large',
  explanation:
    'The ordinal is larger than 2^53: no file has as many records, and most programs cannot tell such numbers apart. It is shown here exactly as it is written.',
  remedy: 'A number was changed. The records before and after it tell which one belongs there.',
  source: 'Measured with Codex 0.169.0.',
  example: '"ordinal":18446744073709551615',
  codex:
    'Where the last record has the largest number there is, Codex refuses the session: "ordinal overflow".',
})
