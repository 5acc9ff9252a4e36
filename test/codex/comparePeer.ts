/** Compare peer: where Rollscope and the real Codex say different things of one file. */
import { eyeOf } from '../core/validator/eye/eyeOf'
import type { AskedFile, CodexAnswer } from './codexAnswers'
import { peerProvider } from './codexServer'

/** What is compared, in words that both sides can say. */
interface Said {
  readonly lists: string
  readonly turns: string
  readonly resumes: string
}

/** The words of Codex that tell one refusal from another. */
const refusals = [
  'failed to read session metadata',
  'valid UTF-8',
  'failed to parse first rollout record',
  'does not start with session metadata',
  'is missing an ordinal',
  'ordinal overflow',
  'missing source rollout',
  'list_turns is not supported yet',
  'model provider',
] as const

function refusalOf(text: string): string {
  return `no: ${refusals.find((words) => text.includes(words)) ?? text}`
}

/** Returns what differs, as `what: ours, Codex: theirs`; nothing where both say the same. */
export function compare(file: AskedFile, answer: CodexAnswer): readonly string[] {
  const ours = saidByRollscope(file)
  const theirs = saidByCodex(answer)
  const keys = ['lists', 'turns', 'resumes'] as const
  const differing = keys.filter((key) => ours[key] !== theirs[key])
  const changed = answer.isKept ? [] : ['Codex changed what was there']
  return [...differing.map((key) => `${key}: ${ours[key]}, Codex: ${theirs[key]}`), ...changed]
}

function saidByRollscope({ content }: AskedFile): Said {
  const { sight, turns } = eyeOf(content)
  const { lists, reads, resumes } = sight
  // What it lists and resumes of another provider depends on the settings of the person.
  const isOther = (note: string): boolean => note !== '' && !note.includes(`"${peerProvider}"`)
  return {
    lists: lists.answer === 'yes' && !isOther(lists.note) ? String(lists.id) : 'no',
    turns: reads.answer === 'yes' ? (turns ?? '') : refusalOf(reads.note),
    resumes:
      resumes.answer !== 'yes'
        ? refusalOf(resumes.note)
        : isOther(resumes.note)
          ? refusalOf('model provider')
          : `yes${resumes.newlineFirst ? ', line feed first' : ''} ${resumes.nextOrdinal ?? ''}`,
  }
}

function saidByCodex({ listed, turns, resumed }: CodexAnswer): Said {
  return {
    lists: listed.length === 0 ? 'no' : listed.join(),
    turns: turns.ok ? turns.value : refusalOf(turns.error),
    resumes: resumed.ok ? appendedText(resumed.value.appended) : refusalOf(resumed.error),
  }
}

function appendedText(appended: string): string {
  const ordinal = /^\n?\{"timestamp":"[^"]*","ordinal":(\d+)/.exec(appended)?.[1] ?? ''
  return `yes${appended.startsWith('\n') ? ', line feed first' : ''} ${ordinal}`
}
