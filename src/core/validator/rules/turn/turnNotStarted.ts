import { turnRule } from './turnRule'

/** A turn that ends and never began. */
export const turnNotStarted = turnRule(
  {
    id: 'turn/not-started',
    severity: 'warning',
    title: 'Turn without a beginning',
    explanation: 'A turn is completed, or broken off, and the line with which it began is not in the file.',
    remedy: 'Compare with another copy of the file: a line was removed, or its turn id was changed.',
    source: 'Measured with Codex 0.169.0.',
    example: 'A task_complete with no task_started of the same turn_id.',
    codex: 'Reads and resumes the session, and shows the turn as completed.',
  },
  () => ({ outcome: 'reads', note: 'Reads the session and shows the turn as completed.' }),
)
