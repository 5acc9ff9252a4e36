/** The rules about ordinals: each picks its own from what following the sequence once has found. */
import { noteRule } from '../../notes'

/** A number is left out. */
export const ordinalGap = noteRule({
  id: 'ordinal/gap',
  severity: 'error',
  title: 'Ordinals are missing',
  explanation:
    'The ordinals of a paginated file count its records without a gap. Here numbers are left out, and no damaged line stands where they would be: records were removed, or never reached the file.',
  remedy:
    'Look for an older copy of the file, or the turn in another form: the projection of Codex, an export, a terminal.',
  source: 'Measured with Codex 0.169.0.',
  example: '"ordinal":8, then "ordinal":19',
  codex: 'Reads and resumes the session, and says nothing.',
})

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

/** Numbers are not in their order. */
export const ordinalBackwards = noteRule({
  id: 'ordinal/backwards',
  severity: 'warning',
  title: 'Ordinals are out of order',
  explanation:
    'A record has another number than its place in the file: lines were moved, or a number was changed.',
  remedy: 'Compare the times of the lines: Codex appends, and never moves a line.',
  source: 'Measured with Codex 0.169.0 for two exchanged numbers.',
  example: '"ordinal":8, then "ordinal":7',
  codex: 'Reads and resumes a session with two exchanged numbers, and says nothing.',
})

/** A record of a paginated file has no number. */
export const ordinalMissing = noteRule({
  id: 'ordinal/missing',
  severity: 'error',
  title: 'Record without an ordinal',
  explanation:
    'Every record of a paginated file has an ordinal. One without it was written by a program that does not know the mode, or was edited.',
  remedy: 'The record is readable here. Find out what wrote it.',
  source: 'Measured with Codex 0.169.0; openai/codex#45150.',
  example: '{"timestamp":"…","type":"event_msg","payload":{…}}',
  codex:
    'A completed item without it is missing from the turns; where the last record lacks it, Codex refuses the session: "is missing an ordinal".',
})

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

/** A file of the legacy mode has ordinals. */
export const ordinalInLegacy = noteRule({
  id: 'ordinal/in-legacy',
  severity: 'info',
  title: 'Ordinals in a file of the legacy mode',
  explanation:
    'Only paginated files have ordinals, and the session meta does not say that this is one. The numbers are not looked at.',
  remedy: 'Find out whether the session meta was changed, or what wrote the ordinals.',
  source: 'Measured with Codex 0.169.0.',
  example: '"ordinal":3 in a file without history_mode',
  codex: 'Reads and resumes the session as any other.',
})

/** All of them, in the order in which they are listed. */
export const ordinalRules = [
  ordinalGap,
  ordinalRepeated,
  ordinalReused,
  ordinalBackwards,
  ordinalMissing,
  ordinalNotFromBase,
  ordinalNotInteger,
  ordinalTooLarge,
  ordinalInLegacy,
] as const
