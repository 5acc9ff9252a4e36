import { noteRule } from '../../sequence/notes'

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
