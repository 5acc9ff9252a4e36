/**
 * Oracle: says whether a check named what was done to a file. It trusts no mutator: it compares the damaged file with the
 * healthy one, line by line, and asks for each place in which they differ.
 */
import { scanLines, type ScannedLine } from '../../src/core/scanner/scanLines'
import type { Finding } from '../../src/shared/validation/finding'
import { memorySource } from '../core/support/memorySource'
import type { Base } from './bases/base'
import { editsOf, type Edit } from './edits'
import { exemptedBy, type ExemptionContext } from './exemptions'
import { hunksOf, splitLines, withHunk, type Hunk } from './hunks'

/** How a change was found, from the best answer to the worst. */
export type Outcome =
  /** The bytes are the same: nothing was done. */
  | { readonly kind: 'unchanged' }
  /** A finding lies on the changed lines, or beside the place where lines are gone. */
  | { readonly kind: 'here'; readonly rules: readonly string[] }
  /** The change, and nothing else, has a finding at another place: on the call whose output is gone. */
  | { readonly kind: 'elsewhere'; readonly rules: readonly string[] }
  /** All changed bytes lie in spans that are no records. */
  | { readonly kind: 'no record' }
  | { readonly kind: 'exempt'; readonly names: readonly string[] }
  | { readonly kind: 'missed'; readonly edits: readonly Edit[] }

const order = ['unchanged', 'here', 'elsewhere', 'no record', 'exempt', 'missed'] as const

/** Checks bytes under the name of the base, with what lies beside it. */
export type Check = (bytes: Buffer) => Promise<readonly Finding[]>

/** Judges one damaged file: the worst that is true of any of the places in which it differs from its base. */
export async function judge(
  base: Base,
  mutant: Buffer,
  findings: readonly Finding[],
  check: Check,
): Promise<Outcome> {
  const baseLines = splitLines(base.bytes)
  const hunks = hunksOf(baseLines, splitLines(mutant))
  const facts = factsOf(baseLines)
  const lines = hunks.length === 0 ? [] : scanned(mutant)
  let worst: Outcome = { kind: 'unchanged' }
  for (const hunk of hunks) {
    const alone = async (): Promise<readonly Finding[]> =>
      hunks.length === 1 ? findings : check(withHunk(baseLines, hunk))
    const outcome = await judgeHunk(hunk, {
      lines,
      findings,
      alone,
      base: facts,
      isOnly: hunks.length === 1,
      isMoved: isMoved(hunk, hunks),
      isAtEnd: hunk.baseFrom + hunk.before.length === baseLines.length,
    })
    if (order.indexOf(outcome.kind) >= order.indexOf(worst.kind)) worst = outcome
  }
  return worst
}

interface HunkContext {
  /** The lines of the damaged file. */
  readonly lines: readonly ScannedLine[]
  readonly findings: readonly Finding[]
  readonly alone: () => Promise<readonly Finding[]>
  readonly base: Omit<ExemptionContext, 'edits' | 'isAtEnd'>
  /** True where nothing of the base stands behind this place. */
  readonly isAtEnd: boolean
  /** True where the lines that are gone stand elsewhere. */
  readonly isMoved: boolean
  /** True where the files differ in this hunk alone. */
  readonly isOnly: boolean
}

async function judgeHunk(hunk: Hunk, context: HunkContext): Promise<Outcome> {
  const { lines, findings } = context
  const here = findings.filter((finding) =>
    // What is said of the file as a whole may be about any of its hunks.
    isOfLine(finding) ? touches(finding, hunk, lines) : context.isOnly,
  )
  if (here.length > 0) return { kind: 'here', rules: rulesOf(here) }
  const others = new Set(rulesOf(await context.alone()))
  const elsewhere = rulesOf(findings).filter((rule) => others.has(rule))
  if (elsewhere.length > 0) return { kind: 'elsewhere', rules: elsewhere }
  const changed = lines.slice(hunk.mutantFrom, hunk.mutantFrom + hunk.after.length)
  const hasRecord = changed.some(({ spans }) => spans.some(({ kind }) => isRecord(kind)))
  if (changed.length > 0 && !hasRecord && hunk.before.length === 0) return { kind: 'no record' }
  if (context.isMoved) return { kind: 'elsewhere', rules: [] }
  const edits = editsOf(hunk, context.base.lines)
  const names = exemptedBy({ ...context.base, edits, isAtEnd: context.isAtEnd })
  if (names !== null) return { kind: 'exempt', names }
  return others.size > 0 && findings.length > 0 ? hidden : { kind: 'missed', edits }
}

/** Named where it is done alone: among several changes, a finding about another one tells of it. */
const hidden: Outcome = {
  kind: 'exempt',
  names: ['one of several changes, which alone is named, behind another one'],
}

/** What an exemption may ask about a base. */
function factsOf(baseLines: readonly Buffer[]): HunkContext['base'] {
  return {
    hasOrdinals: baseLines[0]?.includes('"ordinal":') ?? false,
    hasTimes: baseLines[1]?.includes('"timestamp":') ?? false,
    lines: baseLines.map((line) => line.toString('utf8', 0, line.length - 1)),
  }
}

/** True where lines are only gone, and stand at another place: that place is judged, too. */
function isMoved({ before, after }: Hunk, hunks: readonly Hunk[]): boolean {
  return (
    after.length === 0 &&
    before.every((line) => hunks.some((other) => other.after.some((added) => added.equals(line))))
  )
}

/** True for the kinds of span that hold a record that a reader can see. */
function isRecord(kind: string): boolean {
  return kind === 'record' || kind === 'unterminated' || kind === 'glued' || kind === 'oversized'
}

function rulesOf(findings: readonly Finding[]): readonly string[] {
  return [...new Set(findings.map(({ rule }) => rule))]
}

function isOfLine(finding: Finding): finding is Finding & { readonly lineNumber: number } {
  return finding.lineNumber !== null
}

/** True where a finding lies on a changed line; where lines are only gone, on one of the two that now stand together. */
function touches(
  finding: Finding & { readonly lineNumber: number },
  { mutantFrom, after }: Hunk,
  lines: readonly ScannedLine[],
): boolean {
  const from = after.length === 0 ? mutantFrom - 1 : mutantFrom
  const to = mutantFrom + Math.max(after.length, 1)
  const first = finding.lineNumber - 1
  const end = finding.byteOffset + finding.byteLength
  const last = Math.max(
    first,
    lines.findLastIndex(({ byteOffset }) => byteOffset < end),
  )
  return first < to && last >= from
}

function scanned(bytes: Buffer): readonly ScannedLine[] {
  const lines: ScannedLine[] = []
  scanLines(memorySource(bytes), {}, (line) => {
    lines.push(line)
    return true
  })
  return lines
}
