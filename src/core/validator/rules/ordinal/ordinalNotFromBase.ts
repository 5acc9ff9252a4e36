import { noteRule } from '../../sequence/notes'

/** The first number is not that of the base. */
export const ordinalNotFromBase = noteRule({
  id: 'ordinal/not-from-base',
  severity: 'warning',
  title: 'Ordinals start at another number',
  explanation:
    'The first record of a file has ordinal 0, or the one at which its base ends. Another start means that lines before it were removed, or that the header or the numbers were changed.',
  remedy: 'Look for the file that holds the beginning, or an older copy of this one.',
  source: 'Measured with Codex 0.169.0 for a file without a base.',
  example: 'A session meta with "ordinal":5 and no history_base',
  codex: 'Reads and resumes a file without a base that starts elsewhere, and says nothing.',
})
