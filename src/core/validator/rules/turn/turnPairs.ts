import type { CodexVerdict } from '../../../../shared/validation/finding'
import type { RuleInfo } from '../../../../shared/validation/report'
import type { Draft, Rule } from '../../rule'
import { ruleFamily } from '../../ruleFamily'
import { TurnFold, type TurnRule } from '../../turnFold'

const startOf = ruleFamily<TurnRule>(() => new TurnFold())

/** The session meta, and the events that begin and end turns and reviews. */
const plain = [
  'session_meta',
  'event_msg/task_started',
  'event_msg/turn_started',
  'event_msg/task_complete',
  'event_msg/turn_complete',
  'event_msg/turn_aborted',
  'event_msg/entered_review_mode',
  'event_msg/exited_review_mode',
  'event_msg/item_completed',
]

function turnRule(
  info: RuleInfo & { readonly id: `turn/${TurnRule}` },
  codex: (draft: Draft) => CodexVerdict | null = () => null,
): Rule {
  return { info, plain, start: startOf(info.id.slice('turn/'.length) as TurnRule), codex }
}

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

/** A turn that begins or ends a second time. */
export const turnRepeated = turnRule({
  id: 'turn/repeated',
  severity: 'warning',
  title: 'Turn that begins or ends twice',
  explanation:
    'Two lines say that one turn begins, or that it ends. The lines were written twice, or one has the id of another turn.',
  remedy: 'Compare the two lines. Where they are alike, one of them is a copy.',
  source: 'The format; not measured.',
  example: 'Two task_complete lines with one turn_id.',
  codex: null,
})

/** A turn that ends after another one has begun. */
export const turnOverlapping = turnRule({
  id: 'turn/overlapping',
  severity: 'warning',
  title: 'Turns that overlap',
  explanation:
    'A turn ends behind the beginning of another one. One thread has one turn at a time: lines were moved, or two processes wrote.',
  remedy: 'Look at the times of the lines around, and whether two writers had the file open.',
  source: 'The format; not measured.',
  example: 'task_started A, task_started B, task_complete A, task_complete B',
  codex: null,
})
