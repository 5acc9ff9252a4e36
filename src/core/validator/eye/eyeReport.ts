/** Eye report: what Codex lists, reads and resumes of a file whose lines were all seen. Pure. */
import type { Refusal } from '../../../shared/rollout/codexEyes'
import type { CodexSight } from '../../../shared/validation/codexReport'
import { formatCount } from '../../../shared/formatText'
import type { LineageFacts } from '../../lineage/readChain'
import { listOf, listsIn, resumesIn, type InAnyPlace } from './inItsPlace'
import type { ListPlace } from './listPlace'
import { quoted } from '../shapeText'
import type { EyeMeta } from './headFold'
import type { EyeFacts } from './eyeFold'

/** Whether something can be answered with yes; else with a no and the words of Codex, or not at all. */
type Obstacle =
  | { readonly kind: 'refusal'; readonly refusal: Refusal }
  | { readonly kind: 'unknown'; readonly note: string }

/** What is known of a file beside its lines. `unread` says what of it was not read, null for nothing. */
export interface EyeSurroundings {
  readonly lineage: LineageFacts
  readonly unread: string | null
  readonly place: ListPlace
}

/** Returns what Codex makes of a file. */
export function eyeReport(version: string, facts: EyeFacts, around: EyeSurroundings): CodexSight {
  const { lines, reasons, misplaced } = facts
  const unread: Obstacle | null =
    around.unread === null ? null : { kind: 'unknown', note: 'The file was not read as one whole.' }
  const reading = unread ?? readObstacle(facts, around.lineage)
  const resuming = reading ?? resumeObstacle(facts)
  const byBeginning = judgedByBeginning(facts)
  return {
    version,
    measured: true,
    lists:
      unread === null
        ? listsIn(around.place, lists(facts))
        : { answer: 'unknown', of: listOf(around.place), id: null, note: unread.note },
    reads: withCaveat(reads(facts, reading, resuming), byBeginning),
    resumes: resumesIn(around.place, resumes(facts, resuming)),
    lines: { ...lines },
    reasons: [...reasons],
    misplaced: [...misplaced],
    byBeginning,
  }
}

function judgedByBeginning({ longLines }: EyeFacts): CodexSight['byBeginning'] {
  if (longLines === null) return null
  const { lines, firstLine } = longLines
  const first = formatCount(firstLine)
  const which =
    lines === 1
      ? `Line ${first} is too long to be held and was judged by its beginning`
      : `${formatCount(lines)} lines, the first of them line ${first}, are too long to be held and were judged by their beginnings`
  const tells = lines === 1 ? 'that tells' : 'those tell'
  const note = `${which}: all that is said of Codex, of turns and of lines read, skipped and misread, holds as far as ${tells}.`
  return { lines, firstLine, note }
}

/** A no is the words of Codex alone, and does not depend on what long lines hold behind their beginnings. */
function withCaveat(reads: CodexSight['reads'], byBeginning: CodexSight['byBeginning']): CodexSight['reads'] {
  if (byBeginning === null || reads.answer !== 'yes') return reads
  return { ...reads, note: `${reads.note} ${byBeginning.note}`.trim() }
}

function lists({ eye, head }: EyeFacts): InAnyPlace {
  const no = (note: string): InAnyPlace => ({ answer: 'no', id: null, note })
  switch (head.unlisted) {
    case 'no-metadata':
      return no(`No session meta among the first ${String(eye.headLines)} lines.`)
    case 'no-message':
      return no(`No message of a user among the first ${String(eye.messageLines)} lines.`)
    case 'unknown-mode':
      return no('The history mode of the session meta is unknown to Codex.')
    case 'not-utf8':
      return no('A line before the first message of a user is not UTF-8.')
    case null:
      return head.listed === null ? no('') : listedAs(head.listed, eye.listedSources)
  }
}

function listedAs({ id, source, provider }: EyeMeta, sources: readonly string[]): InAnyPlace {
  const isShown = source === undefined || sources.includes(source as string)
  if (!isShown) {
    const what = typeof source === 'string' ? `The source is ${shortened(source)}` : 'The source is an object'
    return { answer: 'no', id, note: `${what}; the default list shows ${[...sources].sort().join(' and ')}.` }
  }
  return { answer: 'yes', id, note: providerNote(provider) }
}

function providerNote(provider: string | null): string {
  return provider === null ? '' : `While the model provider is ${shortened(provider)}.`
}

function readObstacle(
  { head, hasInvalidUtf8, isPaginated }: EyeFacts,
  lineage: LineageFacts,
): Obstacle | null {
  const { header } = head
  if (header === null) return { kind: 'refusal', refusal: 'no-metadata' }
  if (header.kind !== 'meta') return { kind: 'refusal', refusal: header.kind }
  if (!isPaginated) return hasInvalidUtf8 ? { kind: 'refusal', refusal: 'not-utf8' } : null
  return header.meta.hasBase ? baseObstacle(lineage) : null
}

const accepted: ReadonlySet<string> = new Set(['lineage/offset-off-line', 'lineage/wrong-ordinal'])

/** Codex says nothing about an offset that does not fit. What else is wrong with a base was measured for one case. */
function baseObstacle({ isLookedFor, issues }: LineageFacts): Obstacle | null {
  if (!isLookedFor) return { kind: 'unknown', note: 'The rollout that it goes on from was not looked for.' }
  const wrong = issues.filter(({ rule }) => !accepted.has(rule))
  if (wrong.length === 0) return null
  if (wrong.some(({ codex }) => codex?.outcome === 'refuses'))
    return { kind: 'refusal', refusal: 'no-source-rollout' }
  return { kind: 'unknown', note: 'What is wrong with its base was not tried with Codex.' }
}

function resumeObstacle({ eye, head, isPaginated, lastOrdinal }: EyeFacts): Obstacle | null {
  if (head.first === 'unparsable') return { kind: 'refusal', refusal: 'unparsable-first' }
  if (head.first !== 'meta') return { kind: 'refusal', refusal: 'not-meta-first' }
  if (!isPaginated) return null
  if (lastOrdinal === null || lastOrdinal === undefined)
    return { kind: 'refusal', refusal: 'no-last-ordinal' }
  return lastOrdinal > eye.lastOrdinal ? { kind: 'refusal', refusal: 'ordinal-overflow' } : null
}

function reads(facts: EyeFacts, reading: Obstacle | null, resuming: Obstacle | null): CodexSight['reads'] {
  if (reading !== null) return { ...no(facts, reading), turns: null }
  if (!facts.isPaginated) return { answer: 'yes', turns: facts.turns, note: '' }
  if (hasNoTurnsAtAll(facts)) {
    return { ...no(facts, { kind: 'refusal', refusal: 'turns-unsupported' }), turns: null }
  }
  if (resuming !== null) {
    return {
      answer: 'yes',
      turns: 0,
      note: 'Without a turn: those are shown once it was resumed, which Codex refuses.',
    }
  }
  if (facts.hasBlindOrdinal)
    return { answer: 'yes', turns: 0, note: 'Without a turn: an ordinal is too large for its database.' }
  return { answer: 'yes', turns: facts.turns, note: 'Turns are shown once it was resumed; before, none.' }
}

/** A paginated file that does not begin with its header is not taken for one where a byte in it is not UTF-8. */
function hasNoTurnsAtAll({ head, hasInvalidUtf8 }: EyeFacts): boolean {
  return hasInvalidUtf8 && head.first !== 'meta'
}

function resumes(facts: EyeFacts, obstacle: Obstacle | null): CodexSight['resumes'] {
  const { head, isPaginated, lastOrdinal, endsInLineFeed } = facts
  if (obstacle !== null) return { ...no(facts, obstacle), newlineFirst: false, nextOrdinal: null }
  const provider = head.header?.kind === 'meta' ? head.header.meta.provider : null
  return {
    answer: 'yes',
    newlineFirst: !endsInLineFeed,
    nextOrdinal: isPaginated && typeof lastOrdinal === 'bigint' ? String(lastOrdinal + 1n) : null,
    note: providerNote(provider),
  }
}

function no(
  { eye }: EyeFacts,
  obstacle: Obstacle,
): { readonly answer: 'no' | 'unknown'; readonly note: string } {
  return obstacle.kind === 'unknown'
    ? { answer: 'unknown', note: obstacle.note }
    : { answer: 'no', note: eye.refusals[obstacle.refusal] }
}

function shortened(text: string): string {
  const shown = quoted(text)
  return shown.length <= 60 ? shown : `${shown.slice(0, 60)}…`
}
