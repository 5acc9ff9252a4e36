import { noteRule } from '../../sequence/notes'

/** A number is given again after a record that Codex cannot decode. */
export const ordinalReused = noteRule({
  id: 'ordinal/reused',
  severity: 'info',
  title: 'Ordinal of an unknown record is given again',
  explanation:
    'Codex counts on from the last record that it can decode. When it resumed this session it did not know the record before, and gave its number once more.',
  remedy: 'Nothing is lost. The record before it is of a newer Codex, or of another program.',
  source: 'Measured with Codex 0.169.0; openai/codex#35746.',
  example: 'A record of an unknown type with "ordinal":17, then a known one with "ordinal":17',
  codex: 'Does so itself.',
})
