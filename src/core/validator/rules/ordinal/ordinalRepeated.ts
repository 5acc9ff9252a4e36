import { noteRule } from '../../sequence/notes'

/** A number is given twice. */
export const ordinalRepeated = noteRule({
  id: 'ordinal/repeated',
  severity: 'error',
  title: 'Ordinal is given twice',
  explanation:
    'Two records have one number. Codex keeps one of them in its turns and loses the other, and the projection from which its windows read may stop here for ever. The records themselves are whole.',
  remedy:
    'Read both lines here. Two writers at once, or a resume after a record that an older Codex could not decode, leave such a mark.',
  source: 'Measured with Codex 0.169.0; openai/codex#41566, #40109.',
  example: '"ordinal":13, then "ordinal":13',
  codex: 'The completed item with the second one is missing from the turns, without a word.',
})
