/** In its place: what Codex lists and resumes of a file, once it is asked where the file lies and what it is called. Pure. */
import { assertNever } from '../../../shared/assertNever'
import type { CodexSight } from '../../../shared/validation/codexReport'
import type { ListPlace } from './listPlace'

/** Whether Codex lists a file by what stands in it, wherever it lies. */
export type InAnyPlace = Omit<CodexSight['lists'], 'of'>

/** Which list a file in a place would be in. */
export function listOf(place: ListPlace): CodexSight['lists']['of'] {
  return place === 'archived' || place === 'off-archive' ? 'archived' : 'default'
}

/** Says whether Codex lists a file where it lies. What stands in it is a reason that comes before its place. */
export function listsIn(place: ListPlace, lists: InAnyPlace): CodexSight['lists'] {
  const of = listOf(place)
  const no = whyNot(place)
  if (lists.answer !== 'yes') return { of, ...lists }
  if (no !== null) return { of, answer: 'no', id: null, note: no }
  return { of, ...lists, note: `${lists.note} ${asIf(place)}`.trim() }
}

/** Codex does not resume an archived session before it is unarchived (ROLLOUT-FORMAT 1.4, measured). */
export function resumesIn(place: ListPlace, resumes: CodexSight['resumes']): CodexSight['resumes'] {
  if (place !== 'archived' || resumes.answer !== 'yes') return resumes
  return { ...resumes, note: `${resumes.note} Once it is unarchived; before, Codex refuses.`.trim() }
}

function whyNot(place: ListPlace): string | null {
  switch (place) {
    case 'unlisted-name':
      return 'Codex looks for files that are named rollout-TIME-ID.jsonl; others are listed only from its database.'
    case 'off-days':
      return 'Below "sessions" Codex looks in folders YYYY/MM/DD alone, and the file lies in none.'
    case 'off-archive':
      return 'In "archived_sessions" Codex looks for files right in it, and the file lies in a folder below.'
    case 'default':
    case 'archived':
    case 'elsewhere':
    case 'unknown':
      return null
    default:
      return assertNever(place)
  }
}

function asIf(place: ListPlace): string {
  if (place === 'archived') return 'In the list of archived sessions, not in the default one.'
  return place === 'elsewhere' ? 'As if it lay in its place below "sessions": it lies in no such folder.' : ''
}
