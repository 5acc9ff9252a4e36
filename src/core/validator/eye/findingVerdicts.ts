/**
 * Finding verdicts: what findings say of Codex, brought into line with what it makes of the file as a whole. What it does
 * with a line says nothing where it refuses the session, and it refuses in one way only.
 */
import type { CodexReport, CodexSight } from '../../../shared/validation/codexReport'
import type { CodexVerdict, Finding } from '../../../shared/validation/finding'

/**
 * Returns findings as the report of a version lets them be told; what was measured of another version says nothing of it.
 * `firstLine` is the first line that is not blank.
 */
export function withVerdicts(
  findings: readonly Finding[],
  report: CodexReport,
  firstLine: number | null,
): Finding[] {
  return findings.map((finding) => {
    const { codex, lineNumber } = finding
    if (codex === null || !report.measured) return { ...finding, codex: null }
    const isFirst = lineNumber !== null && lineNumber === firstLine
    return { ...finding, codex: agreed(codex, isFirst, report) }
  })
}

function agreed(verdict: CodexVerdict, isFirst: boolean, { reads, resumes }: CodexSight): CodexVerdict {
  // A rule that names the same words says more of what it is about.
  const said = reads.answer === 'no' ? reads.note : resumes.note
  if (verdict.outcome === 'refuses' && verdict.note.includes(`"${said}"`)) return verdict
  if (reads.answer === 'no') {
    return { outcome: 'refuses', note: `Refuses to read and to resume the session: "${reads.note}".` }
  }
  // A first line that Codex loses is what it stumbles over when it resumes.
  const isRefused = verdict.outcome === 'refuses' || (isFirst && verdict.outcome === 'skips')
  if (!isRefused || resumes.answer !== 'no') return verdict
  const without = verdict.outcome === 'skips' ? ' without this line' : ''
  return {
    outcome: 'refuses',
    note: `Reads the session${without}, but refuses to resume it: "${resumes.note}".`,
  }
}
