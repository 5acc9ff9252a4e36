import { assertNever } from '../../../../shared/assertNever'
import type { CodexReport, CodexSight, EyeReading } from '../../../../shared/validation/codexReport'
import { formatCount, formatNumberOf } from '../../ui/format'

/** One thing that Codex does with the file or does not, in a few words; `note` says more. */
export interface EyeFact {
  readonly tone: 'plain' | 'warning'
  readonly text: string
  readonly note: string
}

/** Words for what Codex makes of a file: listed, read, resumed, and its lines. */
export function eyeFacts(codex: CodexReport): readonly EyeFact[] {
  if (!codex.measured) return [{ tone: 'plain', text: 'not measured', note: '' }]
  return [listFact(codex), readFact(codex), resumeFact(codex), lineFact(codex)]
}

function listFact({ lists }: CodexSight): EyeFact {
  switch (lists.answer) {
    case 'yes':
      return lists.of === 'archived'
        ? { tone: 'plain', text: 'lists it as archived', note: lists.note }
        : { tone: 'plain', text: 'lists it', note: `In its default list. ${lists.note}`.trim() }
    case 'no':
      return { tone: 'warning', text: 'does not list it', note: lists.note }
    case 'unknown':
      return unknown('whether it lists it', lists.note)
    default:
      return assertNever(lists.answer)
  }
}

function readFact({ reads }: CodexSight): EyeFact {
  switch (reads.answer) {
    case 'yes': {
      const turns = reads.turns === null ? '' : `, ${formatNumberOf(reads.turns, 'turn')}`
      return { tone: reads.turns === 0 ? 'warning' : 'plain', text: `reads it${turns}`, note: reads.note }
    }
    case 'no':
      return { tone: 'warning', text: 'reads none of it', note: reads.note }
    case 'unknown':
      return unknown('whether it reads it', reads.note)
    default:
      return assertNever(reads.answer)
  }
}

function resumeFact({ resumes }: CodexSight): EyeFact {
  switch (resumes.answer) {
    case 'yes': {
      const next = resumes.nextOrdinal === null ? '' : ` from ordinal ${resumes.nextOrdinal}`
      const first = resumes.newlineFirst ? ' It writes a line feed first.' : ''
      return { tone: 'plain', text: `resumes it${next}`, note: `${resumes.note}${first}`.trim() }
    }
    case 'no':
      return { tone: 'warning', text: 'does not resume it', note: resumes.note }
    case 'unknown':
      return unknown('whether it resumes it', resumes.note)
    default:
      return assertNever(resumes.answer)
  }
}

/** Reasons that are told in the window; the report has more. */
const mostReasons = 3

function lineFact({ reads, lines, reasons, byBeginning }: CodexSight): EyeFact {
  const lost = [
    ...(lines.skips === 0 ? [] : [`${formatCount(lines.skips)} skipped`]),
    ...(lines.misreads === 0 ? [] : [`${formatCount(lines.misreads)} misread`]),
  ]
  const caveat = byBeginning?.note ?? ''
  const note = `${reasonWords(reasons)} ${caveat}`.trim()
  if (reads.answer === 'no') return linesByThemselves(lines, note)
  if (lost.length === 0) {
    const but = byBeginning === null ? '' : `, ${formatCount(byBeginning.lines)} judged by the beginning`
    return { tone: 'plain', text: `reads every line${but}`, note }
  }
  return {
    tone: 'warning',
    text: `${formatNumberOf(lines.reads, 'line')} read, ${lost.join(', ')}`,
    note,
  }
}

/** Where Codex refuses the session it reads no line; what is lost beside is told of the lines alone. */
function linesByThemselves({ reads, skips, misreads }: CodexSight['lines'], note: string): EyeFact {
  const text = `taken by themselves, ${formatNumberOf(reads, 'line')} could be read, ${formatCount(skips + misreads)} not`
  return { tone: 'warning', text, note }
}

/** `Line 9: The type "x" is unknown to Codex. 3 lines from line 12: …` */
function reasonWords(reasons: CodexSight['reasons']): string {
  const told = reasons.slice(0, mostReasons).map(({ note, lines, firstLine }) => {
    const first = formatCount(firstLine)
    return `${lines === 1 ? `Line ${first}` : `${formatNumberOf(lines, 'line')} from line ${first}`}: ${note}`
  })
  const more = reasons.length - told.length
  return [...told, ...(more > 0 ? [`And ${formatNumberOf(more, 'other reason')}.`] : [])].join(' ')
}

function unknown(what: string, note: string): EyeFact {
  return { tone: 'plain', text: `not known ${what}`, note }
}

/** The word on the badge of a line that Codex does not read as it stands; null for one that it reads. */
export function eyeBadge({ outcome }: EyeReading): string | null {
  switch (outcome) {
    case 'reads':
      return null
    case 'skips':
      return 'SKIPPED'
    case 'misreads':
      return 'MISREAD'
    default:
      return assertNever(outcome)
  }
}
