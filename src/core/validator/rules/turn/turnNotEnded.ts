import { turnRule } from './turnRule'

/** A turn that began and neither ended nor was broken off. */
export const turnNotEnded = turnRule(
  {
    id: 'turn/not-ended',
    severity: 'info',
    title: 'Turn without an end',
    explanation:
      'A turn began and was neither completed nor broken off, as far as the file tells: the session ended here, still runs, or its process was ended from outside.',
    remedy: 'None is needed. Where another turn follows, look whether lines in between were removed.',
    source: 'Measured with Codex 0.169.0.',
    example: 'A task_started with no task_complete and no turn_aborted of the same turn_id.',
    codex: 'Reads the session, shows the last turn as interrupted, and resumes it.',
  },
  ({ message }) =>
    message.endsWith('the file ends before it.')
      ? { outcome: 'reads', note: 'Shows the turn as interrupted.' }
      : null,
)
