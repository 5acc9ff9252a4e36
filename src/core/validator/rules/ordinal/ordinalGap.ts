import { noteRule } from '../../sequence/notes'

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
