/** Home rules: what can be wrong with a CODEX_HOME as a whole. They are listed with the rules about single files. */
import type { RuleInfo } from '../../shared/validation/report'

/** Several rollouts of one home with one session id. */
export const twoFilesOneId: RuleInfo = {
  id: 'home/two-files-one-id',
  severity: 'warning',
  title: 'Two files with one id',
  explanation:
    'Several rollouts say that they are the same session, and are neither segments of one thread nor one of them archived. One is a copy, or its header was changed; which one Codex takes is left to chance.',
  remedy: 'Compare the files: one of them often begins as the other does. Keep both.',
  source: 'The list of Rollscope; the layout of a home is that of Codex 0.169.0.',
  example: 'sessions/2026/03/04/rollout-…-ID.jsonl and sessions/2026/03/05/rollout-…-ID.jsonl',
  codex: null,
}

/** A session below `sessions` and `archived_sessions` at once. */
export const alsoArchived: RuleInfo = {
  id: 'home/also-archived',
  severity: 'info',
  title: 'Active and archived at once',
  explanation:
    'One session lies below both sessions and archived_sessions. Archiving moves a file, so one of them was copied or put back; they may have different ends.',
  remedy: 'Compare the two before you rely on either.',
  source: 'Archiving moves a file: measured with Codex 0.169.0.',
  example: 'sessions/…/rollout-…-ID.jsonl and archived_sessions/rollout-…-ID.jsonl',
  codex: null,
}

/** Names in the index for sessions without a rollout. */
export const indexNamesMissing: RuleInfo = {
  id: 'home/index-names-missing',
  severity: 'info',
  title: 'Name of a session that is not there',
  explanation:
    'session_index.jsonl, to which Codex appends the names that people give to sessions, names sessions of which there is no rollout in this home. They were here and are gone, or the index came from elsewhere.',
  remedy: 'Look for the ids in backups, in the state database and in other homes.',
  source: 'Measured with Codex 0.169.0.',
  example: '{"id":"…","thread_name":"Fix the build","updated_at":"…"}',
  codex: 'Passes over names whose rollout is not there.',
}

/** A line of the index that is no entry. */
export const indexDamaged: RuleInfo = {
  id: 'home/index-damaged',
  severity: 'warning',
  title: 'Damaged line in the index of names',
  explanation: 'A line of session_index.jsonl is no entry with an id and a name, so a name may be lost.',
  remedy: 'Look at the line; the name may stand in the state database too.',
  source: 'Measured with Codex 0.169.0.',
  example: '{"id":"…","thread_na',
  codex: 'Passes over the line.',
}

/** A row of the state database that does not agree with its rollout. */
export const stateDiffers: RuleInfo = {
  id: 'home/state-differs',
  severity: 'warning',
  title: 'State database and rollouts disagree',
  explanation:
    'state_5.sqlite, from which Codex lists its sessions, says something else of a session than its rollout does, lacks it, or names a rollout that is not there. The rollout is the record; the database is made from it, but names and later changes of git data may stand in it alone.',
  remedy:
    'A row without its rollout tells that there was a session: look for it in backups. For the rest, trust the rollout.',
  source: 'Tables of Codex 0.169.0. A copy of the database is read, with its write-ahead log.',
  example: 'A row with rollout_path …/rollout-2026-03-04T05-06-07-ID.jsonl, and no such file.',
  codex: null,
}

/** Rows of the state database whose paths lead to another folder. */
export const stateElsewhere: RuleInfo = {
  id: 'home/state-elsewhere',
  severity: 'info',
  title: 'State database of a home in another place',
  explanation:
    'Rows of state_5.sqlite hold whole paths, and these lead to another folder: this home was moved or copied after they were written. They are compared by the part of the path that begins with sessions or archived_sessions.',
  remedy: 'Nothing needs to be done. The other path tells where the home came from.',
  source: 'Measured with Codex 0.169.0.',
  example: 'rollout_path /home/ana/.codex/sessions/… in a home at /mnt/evidence/codex',
  codex: null,
}

/** Every rule about a home. */
export const homeRules: readonly RuleInfo[] = [
  twoFilesOneId,
  alsoArchived,
  indexNamesMissing,
  indexDamaged,
  stateDiffers,
  stateElsewhere,
]
