/**
 * Check of a whole rollout: every byte is read once, and ledger, findings, hashes, strip and census come of that one pass.
 * Runs in a worker, in bounded memory, with progress and cancellation.
 */
import { createHash, type Hash } from 'node:crypto'
import { basename } from 'node:path'
import { err, ok, type AppError, type Result } from '../../shared/result'
import type { Census } from '../../shared/rollout/census'
import type { Strip } from '../../shared/rollout/strip'
import type { KnownFinding } from '../../shared/validation/finding'
import type { ValidationReport, Verdict } from '../../shared/validation/report'
import type { Task } from '../jobs/task'
import type { FileSystem } from '../platform/fileSystem'
import { createChainTools, type LookOptions } from '../lineage/chainTools'
import { noBase, readLineageFacts, type LineageFacts } from '../lineage/readChain'
import { readRolloutName } from '../lister/rolloutName'
import { valueOfLine } from '../scanner/lineValue'
import { scanBufferBytes, scanLines, type ScanEnd } from '../scanner/scanLines'
import type { LineEnd } from '../scanner/lineClassifier'
import type { ByteSource } from '../source/byteSource'
import { openContent, type Content } from '../source/content'
import { CodexView } from './eye/codexView'
import { FilePicture } from './filePicture'
import { LedgerFold } from './ledgerFold'
import { notChecked } from './notChecked'
import type { FileBasics } from './rule'
import { allRules } from './ruleCatalogue'
import { RuleFold } from './ruleFold'
import { storedHash } from './storedHash'

export interface CheckProgress {
  readonly done: number
  readonly total: number
  readonly strip: Strip
  /** What was found since the report before: of each rule the first hundred are told. */
  readonly found: readonly KnownFinding[]
}

export interface CheckAnswer {
  readonly report: ValidationReport
  readonly strip: Strip
  readonly census: Census
}

/** What is checked, and what it is compared with. */
export interface CheckInput {
  readonly content: Content
  readonly look: LookOptions
  /** The time that times are compared with, in milliseconds since 1970; null for none. */
  readonly nowMs: number | null
  /** The version of Codex that is asked about. */
  readonly codex: string
  /** Set when the file was seen to grow, so that an open last line is pending rather than torn. */
  readonly isGrowing?: boolean
}

/** Checks one rollout from its first byte to its last, and the end of each rollout that it goes on from. */
export const checkTask: Task<CheckInput, CheckAnswer, CheckProgress> = {
  name: 'validator.check',
  run: async (input, context) => {
    const total = input.content.contentBytes
    const picture = new FilePicture(total)
    const checked = await checkRollout(input, {
      fileSystem: context.fileSystem,
      picture,
      isCancelled: () => context.isCancelled(),
      onProgress: (done, found) => {
        context.report({ done, total, strip: picture.strip(found), found })
      },
    })
    if (!checked.ok) return checked
    const report = checked.value
    return ok({ report, strip: picture.strip(report.findings), census: picture.census() })
  },
}

/** What a check sees of the world. Without a `picture` nothing is drawn, which is faster: many files want a report alone. */
export interface CheckContext {
  readonly fileSystem: FileSystem
  readonly picture: FilePicture | null
  isCancelled(): boolean
  /** Told some ten times a second how many bytes were read, and what was found since it was told before. */
  onProgress(doneBytes: number, found: readonly KnownFinding[]): void
}

/** Checks one rollout, and returns the report alone. */
export async function checkRollout(
  input: CheckInput,
  context: CheckContext,
): Promise<Result<ValidationReport>> {
  const { content, look } = input
  const opened = openContent(context.fileSystem, content)
  if (!opened.ok) return opened
  const source = opened.value
  try {
    const read = readAll(source, input, context)
    if (!read.ok) return read
    const { folds, end } = read.value
    const hasBase = folds.rules.session?.hasBase ?? false
    const lineage = hasBase
      ? await readLineageFacts(content, createChainTools(content.reference.path, look, context))
      : ok(noBase)
    if (!lineage.ok) return lineage
    const unread = whatIsUnread(source, end, content.contentBytes)
    return report(folds, { input, context, unread, lineage: lineage.value })
  } finally {
    source.close()
  }
}

/** Progress is reported about this often, in bytes: some ten times a second. */
const reportBytes = 32 * 1024 * 1024
/** Findings of one rule that are told before the end. Who waits for the report can go to some; nobody reads thousands. */
const toldOfRule = 100

/** One for all files of a thread, which are read one after the other: a new one for each costs more than a small file. */
const buffer = Buffer.allocUnsafeSlow(scanBufferBytes)

/** What one pass over a file gathers. */
interface Folds {
  readonly rules: RuleFold
  readonly ledger: LedgerFold
  readonly codex: CodexView
  readonly hash: Hash
  lineCount: number
  /** True once a line went by that is too long to be held. */
  hasLongLines: boolean
}

function readAll(
  source: ByteSource,
  input: CheckInput,
  context: CheckContext,
): Result<{ readonly folds: Folds; readonly end: ScanEnd }> {
  const total = input.content.contentBytes
  const folds: Folds = {
    rules: new RuleFold(allRules, basicsOf(input)),
    ledger: new LedgerFold(),
    codex: new CodexView(input.codex),
    hash: createHash('sha256'),
    lineCount: 0,
    hasLongLines: false,
  }
  let reported = 0
  const scanned = scanLines(
    source,
    {
      buffer,
      endByte: Math.min(total, source.sizeBytes),
      openEnd: () => (input.isGrowing === true ? 'growing' : openEnd(source, total)),
      onChunk: (chunk, position) => {
        folds.hash.update(chunk)
        folds.codex.noteChunk(chunk)
        if (position - reported >= reportBytes) {
          reported = position
          context.onProgress(position, folds.rules.takeKnown(toldOfRule))
        }
        return !context.isCancelled()
      },
    },
    (line) => {
      const value = valueOfLine(line)
      const written = folds.rules.observe(line, value)
      folds.codex.observe(line, value, written)
      folds.ledger.add(line)
      context.picture?.add(line, value)
      folds.lineCount = line.lineNumber
      folds.hasLongLines ||= line.byteLength > line.bytes.length + 1
      return true
    },
  )
  if (!scanned.ok) return scanned
  if (scanned.value.end === 'stopped') return err(cancelled)
  return ok({ folds, end: scanned.value.end })
}

/** What is known of a file beside its lines. `unread` says what was not read as one whole, null for nothing. */
interface Surroundings {
  readonly input: CheckInput
  readonly context: CheckContext
  readonly unread: string | null
  readonly lineage: LineageFacts
}

function report(
  { rules, ledger, codex, hash, lineCount, hasLongLines }: Folds,
  { input, context, unread, lineage }: Surroundings,
): Result<ValidationReport> {
  const { content, nowMs } = input
  const { form, contentBytes, issues, identity } = content
  const isWhole = unread === null
  const outcome = rules.finish({ form, contentBytes, issues, lineage, unread })
  const contentSha256 = isWhole ? hash.digest('hex') : null
  const stored = storedHash(content, contentSha256, context)
  if (!stored.ok) return stored
  return ok({
    form,
    format: rules.format,
    sizeBytes: identity.sizeBytes,
    contentBytes,
    sha256: stored.value,
    contentSha256,
    lineCount,
    session: rules.session?.id ?? null,
    ledger: ledger.result(issues),
    findings: codex.findings(outcome.findings),
    omittedFindings: outcome.omitted,
    counts: { ...outcome.counts },
    byRule: [...outcome.byRule],
    verdict: toVerdict(isWhole, outcome.counts),
    notChecked: notChecked({ unread, lineage, nowMs, lineCount, hasLongLines }),
    codex: codex.report({ issues, lineage, unread }),
  })
}

/**
 * What rules know of a file before they see a line. Of a copy nobody knows who could read the original, and Windows has
 * no permission bits.
 */
function basicsOf({ content, look, nowMs }: CheckInput): FileBasics {
  const name = basename(content.reference.path)
  const hasMode = look.looksAround && process.platform !== 'win32'
  return { name, rolloutName: readRolloutName(name), mode: hasMode ? content.mode : null, nowMs }
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
  if (!isWhole) return 'unreadable'
  if (counts.error > 0) return 'damaged'
  return counts.warning > 0 ? 'findings' : 'clean'
}

const cancelled: AppError = { code: 'cancelled', message: 'The check was cancelled.' }
