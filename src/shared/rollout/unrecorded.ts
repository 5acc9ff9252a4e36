/**
 * Unrecorded: what a person may look for in a rollout and cannot find, because nobody wrote it (ROLLOUT-FORMAT 11).
 *
 * Its absence proves nothing. The words complete "not recorded: …"; which era lacks what is in `eras.ts`.
 */

/** What no rollout of any era tells. */
export const neverRecorded = [
  'approvals',
  'hook-runs',
  'network',
  'file-reads',
  'retries',
  'hidden-reasoning',
  'whole-outputs',
  'integrity',
  'clock',
  'other-homes',
] as const

const partlyRecorded = [
  'line-times',
  'cli-version',
  'working-directory',
  'originator',
  'source',
  'model-provider',
  'settings',
  'tokens',
  'turn-bounds',
  'turn-ids',
  'aborts',
  'failures',
  'failure-reasons',
  'patch-results',
  'command-results',
  'declined-commands',
  'review-calls',
  'review-parent',
  'user-messages',
  'sequence',
  'what-migration-dropped',
] as const

/** All of these facts: those that no version stores, then those that only some do. */
export const unrecordedFacts = [...neverRecorded, ...partlyRecorded] as const
export type UnrecordedFact = (typeof unrecordedFacts)[number]

/** What is not recorded, in words. */
export const unrecordedTexts: Readonly<Record<UnrecordedFact, string>> = {
  approvals:
    'requests for approval, and who decided on them: an accepted escalation looks like an allowed one',
  'hook-runs': 'what hooks ran',
  network: 'what went over the network',
  'file-reads': 'which files a command read, beyond a guess from its words',
  retries: 'retries, warnings and refusals for reached limits',
  'hidden-reasoning':
    'what the model thought, which only its provider can decrypt, and the exact prompt that was sent',
  'whole-outputs': 'whole outputs of commands: tools shorten them, and what is stored is limited again',
  integrity:
    'a checksum or a signature; migration and compression rewrite bytes and keep the time of the file',
  clock: 'true time: every time is that of the local clock when a line was written',
  'other-homes': 'ephemeral and deleted sessions, and those below another CODEX_HOME',
  'line-times': 'the time of a line',
  'cli-version': 'which Codex version wrote it',
  'working-directory': 'the working directory',
  originator: 'which client wrote it',
  source: 'what kind of client started the session',
  'model-provider': 'which provider the model was of',
  settings: 'the settings of a turn: model, approvals, sandbox',
  tokens: 'how many tokens were used',
  'turn-bounds': 'where a turn begins and ends',
  'turn-ids': 'to which turn a line belongs',
  aborts: 'that a turn was broken off',
  failures: 'failed requests to the model: the file simply stops',
  'failure-reasons': 'why a turn failed, before 0.150',
  'patch-results': 'what a patch changed, beyond the call and the text that the model was told',
  'command-results': 'exit status and duration of a command, beyond the text that the model was told',
  'declined-commands': 'commands that were declined, beyond the call and the text that the model was told',
  'review-calls': 'what tools a review called, in the versions that ran it inside its session',
  'review-parent': 'from which session a review was started, before 0.150',
  'user-messages': 'what the user said',
  sequence: 'a number that would show a lost line',
  'what-migration-dropped':
    'what migration left out without a word: damaged lines, unknown types and members, snapshots',
}
