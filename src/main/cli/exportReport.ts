/** Export report: what an export would hold, and what came of it, as text and as JSON. */
import type { ExportFormat } from '../../shared/export/exportFormat'
import type { ExportPlan, ExportResult, LeftOut, WithoutBase } from '../../shared/export/exportPlan'
import { escapeText } from '../../shared/escapeText'
import { toSafeJson } from '../../shared/safeJson'
import { formatBytes, formatCount, plural } from '../../shared/formatText'

/** Where an export would go, and as what. */
export interface ExportWish {
  readonly label: string
  readonly format: ExportFormat
}

/** The plan as one document, without the id that means nothing outside of the process. */
export function planAsJson(plan: ExportPlan, { label, format }: ExportWish): string {
  return `${toSafeJson({ path: label, format, ...plan, planId: undefined })}\n`
}

/** The plan for people. */
export function planAsText(plan: ExportPlan, { label, format }: ExportWish): string {
  const { counts, sourceBytes, files, blockers, blockerCount, leftOut, order } = plan
  const more = counts.selected - blockerCount.file - files.length
  return [
    `Would export ${plural(counts.selected, 'session')} as ${format}, ${formatBytes(sourceBytes)} on disk, ${order}\n`,
    `to ${escapeText(label)}\n`,
    ...files.map(({ path, sizeBytes }) => `  ${escapeText(path)}  ${formatBytes(sizeBytes)}\n`),
    more > 0 ? `  and ${formatCount(more)} more\n` : '',
    ...leftOut.map((left) => `left out: ${leftOutText(left)}\n`),
    withoutBaseText(plan.withoutBase),
    ...blockers.map(({ message }) => `cannot be read: ${escapeText(message)}\n`),
    'Nothing was written.\n',
  ].join('')
}

const reasons: Readonly<Record<LeftOut['reason'], string>> = {
  filter: 'by the filters',
  limit: 'beyond --limit',
  'not-chosen': 'not chosen',
  archived: 'archived (--archived include takes them too)',
  'not-archived': 'not archived',
  'compressed-copy': 'compressed copies beside plain files',
  'passed-over': 'links and the like, which are not followed',
  unreadable: 'cannot be read',
}

function leftOutText({ reason, count }: LeftOut): string {
  return `${formatCount(count)} ${reasons[reason]}`
}

/** Which sessions begin in files that are not exported with them; nothing where each is whole. */
export function withoutBaseText({ count, sessions }: WithoutBase): string {
  if (count === 0) return ''
  const named = sessions.map(
    ({ path, baseRolloutId }) => `  ${escapeText(path)} goes on from rollout ${escapeText(baseRolloutId)}\n`,
  )
  const more = count > sessions.length ? `  and ${formatCount(count - sessions.length)} more\n` : ''
  return `The history of ${plural(count, 'session')} begins in a file that is not exported:\n${named.join('')}${more}`
}

/** Folders that killed exports left behind, which nobody but a person can tell from those of exports that go on. */
export function unfinishedText(names: readonly string[]): string {
  const lines = names.map((name) => `  ${escapeText(name)}\n`)
  return lines.length === 0
    ? ''
    : `Beside it lie unfinished exports. Unless one goes on now, they can be deleted:\n${lines.join('')}`
}

/** What came of it, with the keys of the command's contract. */
export function exportAsJson({ label, sessions, bytes, manifestSha256 }: ExportResult): string {
  return `${toSafeJson({ path: label, sessions, bytes, manifestSha256 })}\n`
}

/** What came of it, and how anybody can check it. */
export function exportAsText(
  { label, sessions, files, bytes, manifestSha256 }: ExportResult,
  format: ExportFormat,
): string {
  return [
    `Exported ${plural(sessions, 'session')} as ${format}: ${plural(files, 'file')}, ${formatCount(bytes)} bytes\n`,
    `to ${escapeText(label)}\n`,
    `SHA-256 of manifest.sha256, to be kept apart from the folder:\n  ${manifestSha256}\n`,
    'To verify, in that folder: sha256sum -c manifest.sha256\n',
  ].join('')
}
