import { noteRule } from '../../sequence/notes'

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
