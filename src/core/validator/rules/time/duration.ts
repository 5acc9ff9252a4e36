import { noteRule } from '../../sequence/notes'

/** How long something took disagrees with its start and end. */
export const duration = noteRule({
  id: 'time/duration',
  severity: 'info',
  title: 'Duration does not fit start and end',
  explanation:
    'A turn tells when it began, when it ended, and how long it took by a clock that nobody sets. The three disagree by more than a second: the machine slept, its clock was set, or a number was changed.',
  remedy: 'The times of the lines between start and end tell which it was.',
  source: '44 turns in real files agree to less than a second.',
  example: '"started_at":100, "completed_at":160, "duration_ms":2000',
  codex: null,
})
