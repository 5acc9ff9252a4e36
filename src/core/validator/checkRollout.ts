/**
 * Check of a whole rollout: every byte is read once, and ledger, findings, hashes, strip and census come of that one pass.
 * Runs in a worker, in bounded memory, with progress and cancellation.
 */
import { createHash } from 'node:crypto'
import { err, ok, type AppError, type Result } from '../../shared/result'
import type { Census } from '../../shared/rollout/census'
import type { Strip } from '../../shared/rollout/strip'
import type { ValidationReport, Verdict } from '../../shared/validation/report'
import type { Task, TaskContext } from '../jobs/task'
import { scanLines, type ScanEnd } from '../scanner/scanLines'
import type { LineEnd } from '../scanner/lineClassifier'
import { openByteSource, type ByteSource } from '../source/byteSource'
import { identifyLine } from '../reader/lineIdentity'
import { openContent, type Content } from '../source/content'
import { CensusFold } from './censusFold'
import { LedgerFold } from './ledgerFold'
import { StripFold } from './stripFold'
import { allRules } from './ruleCatalogue'
import { RuleFold, valueOfLine } from './ruleFold'

export interface CheckProgress {
  readonly done: number
  readonly total: number
  readonly strip: Strip
}

export interface CheckAnswer {
  readonly report: ValidationReport
  readonly strip: Strip
  readonly census: Census
}

/** What this version does not look at. A report lists it, so that silence is not taken for approval. */
const notChecked = [
  'the content of payloads: unknown types, missing fields, wrong types',
  'ordinals, and the base of forked or reverted sessions',
  'pairing of calls with outputs and of turns with their ends',
  'order of times',
  'agreement of the file name with the session meta',
] as const

/** Checks one rollout from its first byte to its last. */
export const checkTask: Task<{ readonly content: Content }, CheckAnswer, CheckProgress> = {
  name: 'validator.check',
  run: ({ content }, context) => {
    const opened = openContent(context.fileSystem, content)
    if (!opened.ok) return opened
    try {
      return check(opened.value, content, context)
    } finally {
      opened.value.close()
    }
  },
}

/** Progress is reported about this often, in bytes: some ten times a second. */
const reportBytes = 32 * 1024 * 1024

function check(
  source: ByteSource,
  content: Content,
  context: TaskContext<CheckProgress>,
): Result<CheckAnswer> {
  const total = content.contentBytes
  const rules = new RuleFold(allRules)
  const ledger = new LedgerFold()
  const strip = new StripFold(total)
  const census = new CensusFold()
  const hash = createHash('sha256')
  let reported = 0
  let lineCount = 0
  const scanned = scanLines(
    source,
    {
      endByte: Math.min(total, source.sizeBytes),
      openEnd: () => openEnd(source, total),
      onChunk: (chunk, position) => {
        hash.update(chunk)
        if (position - reported >= reportBytes) {
          reported = position
          context.report({ done: position, total, strip: strip.result() })
        }
        return !context.isCancelled()
      },
    },
    (line) => {
      const value = valueOfLine(line)
      rules.observe(line, value)
      ledger.add(line)
      strip.add(line, value)
      census.add(identifyLine(line))
      lineCount = line.lineNumber
      return true
    },
  )
  if (!scanned.ok) return scanned
  if (scanned.value.end === 'stopped') return err(cancelled)
  const unread = whatIsUnread(source, scanned.value.end, total)
  const isWhole = unread === null
  const outcome = rules.finish({ form: content.form, contentBytes: total, issues: content.issues, isWhole })
  for (const finding of outcome.findings) strip.mark(finding.byteOffset, finding.severity)
  const contentSha256 = isWhole ? hash.digest('hex') : null
  const stored = storedHash(content, contentSha256, context)
  if (!stored.ok) return stored
  const report: ValidationReport = {
    form: content.form,
    format: rules.format,
    sizeBytes: content.identity.sizeBytes,
    contentBytes: total,
    sha256: stored.value,
    contentSha256,
    lineCount,
    session: rules.session?.id ?? null,
    ledger: ledger.result(content.issues),
    findings: [...outcome.findings],
    omittedFindings: outcome.omitted,
    counts: { ...outcome.counts },
    verdict: toVerdict(isWhole, outcome.counts),
    notChecked: [...(unread === null ? [] : [unread]), ...notChecked],
  }
  return ok({ report, strip: strip.result(), census: census.result() })
}

/** Says what of a file was not read as one whole, or null when all of it was, and nothing changed meanwhile. */
function whatIsUnread(source: ByteSource, end: ScanEnd, total: number): string | null {
  if (end !== 'end' || total > source.sizeBytes) {
    return 'everything after the point where the file became shorter while it was read'
  }
  const now = source.restat()
  const { modifiedNs, changedNs } = source.stat
  const isSame = now.ok && now.value.modifiedNs === modifiedNs && now.value.changedNs === changedNs
  if (isSame || (now.ok && now.value.sizeBytes > total)) return null
  return 'whether what was read belongs together: the file was changed while it was read'
}

/** A file that has grown since it was opened is being written: its open last line is no damage. */
function openEnd(source: ByteSource, endByte: number): LineEnd {
  const now = source.restat()
  return now.ok && now.value.sizeBytes > endByte ? 'growing' : 'end-of-file'
}

function toVerdict(isWhole: boolean, counts: { readonly error: number; readonly warning: number }): Verdict {
  if (!isWhole) return 'incomplete'
  if (counts.error > 0) return 'damaged'
  return counts.warning > 0 ? 'warnings' : 'no-damage-found'
}

const cancelled: AppError = { code: 'cancelled', message: 'The check was cancelled.' }

/** The hash of what lies on disk: the content's own for a plain file, another reading for a compressed one. */
function storedHash(
  content: Content,
  contentSha256: string | null,
  context: TaskContext<CheckProgress>,
): Result<string | null> {
  const { path, label, expected } = content.reference
  if (content.contentPath === path || contentSha256 === null) return ok(contentSha256)
  const opened = openByteSource(context.fileSystem, path, label, expected)
  if (!opened.ok) return opened
  const source = opened.value
  try {
    const hash = createHash('sha256')
    const buffer = Buffer.alloc(1024 * 1024)
    for (let position = 0; position < source.sizeBytes;) {
      if (context.isCancelled()) return err(cancelled)
      const read = source.read(buffer, 0, buffer.length, position)
      if (!read.ok) return read
      if (read.value === 0) break
      hash.update(buffer.subarray(0, read.value))
      position += read.value
    }
    return ok(hash.digest('hex'))
  } finally {
    source.close()
  }
}
