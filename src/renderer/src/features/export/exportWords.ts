/** Export words: what the dialog says of choices and plans, in sentences that promise no more than is so. Pure. */
import type { ExportFormat } from '../../../../shared/export/exportFormat'
import type { LeftOut, WithoutBase } from '../../../../shared/export/exportPlan'
import type { ExportScope } from '../../state/exportScope'
import { formatCount, formatNumberOf } from '../../ui/format'
import type { FormatWords } from './output/OutputFormat'

/** What each format is and is not. */
export const formatWords: Readonly<Record<ExportFormat, FormatWords>> = {
  original: {
    title: 'Original files',
    text: 'Byte for byte, under their own names; compressed ones stay compressed. This is the evidence.',
  },
  jsonl: {
    title: 'JSON lines',
    text: 'Every line with its place and status, damaged ones as base64; the bytes can be put together again.',
  },
  markdown: {
    title: 'Markdown',
    text: 'One document a session, to read. A reading, not the evidence: long texts are shortened and say so.',
  },
  csv: {
    title: 'CSV table',
    text: 'One row a session, as the list has it. Only the beginning and end of each file are read.',
  },
}

/** A choice of what to export, with its number. */
export function scopeWords(scope: ExportScope, count: number): string {
  switch (scope) {
    case 'marked':
      return `${formatNumberOf(count, 'marked session')}`
    case 'shown':
      return `What the filters show: ${formatNumberOf(count, 'session')}`
    case 'all':
      return `All that are listed here, archived ones too: ${formatNumberOf(count, 'session')}`
    case 'open':
      return 'The session on show'
  }
}

const reasons: Readonly<Record<LeftOut['reason'], string>> = {
  filter: 'that the filters hide',
  limit: 'beyond the limit',
  'not-chosen': 'that were not chosen',
  archived: 'that are archived',
  'not-archived': 'that are not archived',
  'compressed-copy': 'compressed copies beside plain files',
  'passed-over': 'links and the like, which are never followed',
  unreadable: 'that cannot be read',
}

/** Folders that killed exports left behind, which nobody but a person can tell from those of exports that go on. */
export function unfinishedWords(names: readonly string[]): string {
  return names.length === 1
    ? `An unfinished export lies there: ${names.join('')}. Unless it goes on now, it can be deleted.`
    : `Unfinished exports lie there: ${names.join(', ')}. Those that do not go on now can be deleted.`
}

/** What is left out, and why. */
export function leftOutWords({ reason, count }: LeftOut): string {
  return `${formatCount(count)} ${reasons[reason]}`
}

/** Which sessions begin in files that are not exported with them; null where each is whole. */
export function withoutBaseWords({ count, sessions }: WithoutBase): string | null {
  const [first] = sessions
  if (first === undefined) return null
  const which = `${nameOf(first.path)} goes on from rollout ${first.baseRolloutId}`
  const more = count > 1 ? ` So it is with ${formatCount(count - 1)} more.` : ''
  return `${which}, which is not exported with it.${more}`
}

function nameOf(path: string): string {
  return path.split('/').at(-1) ?? path
}
