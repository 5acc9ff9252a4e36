/**
 * Check of a whole rollout: every byte is read once, and ledger, findings, hashes, strip and census come of that one pass.
 * Runs in a worker, in bounded memory, with progress and cancellation.
 */
import { ok, type Result } from '../../shared/result'
import type { Census } from '../../shared/rollout/census'
import type { Strip } from '../../shared/rollout/strip'
import type { KnownFinding } from '../../shared/validation/finding'
import type { ValidationReport, Verdict } from '../../shared/validation/report'
import type { Task } from '../jobs/task'
import { createChainTools } from '../lineage/chainTools'
import { noBase, readLineageFacts, type LineageFacts } from '../lineage/readChain'
import type { ByteSource } from '../source/byteSource'
import { openContent } from '../source/content'
import { compareWithNow, type Compared } from './compareWithNow'
import { listPlace } from './eye/listPlace'
import { FilePicture } from './filePicture'
import { notChecked } from './notChecked'
import { readAll, type CheckContext, type CheckInput, type Folds } from './rolloutPass'

/** How many bytes of how many were read, and what is known so far. */
export interface CheckProgress {
  readonly done: number
  readonly total: number
  readonly strip: Strip
  /** What was found since the report before: of each rule the first hundred are told. */
  readonly found: readonly KnownFinding[]
}

/** What one pass over a file tells. */
export interface CheckAnswer {
  readonly report: ValidationReport
  readonly strip: Strip
  readonly census: Census
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

/** Checks one rollout, and returns the report alone. */
export async function checkRollout(
  input: CheckInput,
  context: CheckContext,
): Promise<Result<ValidationReport>> {
  const opened = openContent(context.fileSystem, input.content)
  if (!opened.ok) return opened
  try {
    return await checkSource(opened.value, input, context)
  } finally {
    opened.value.close()
  }
}

/** Checks one rollout whose content is open. */
export async function checkSource(
  source: ByteSource,
  input: CheckInput,
  context: CheckContext,
): Promise<Result<ValidationReport>> {
  const { content, look } = input
  const read = readAll(source, input, context)
  if (!read.ok) return read
  const { folds, end } = read.value
  const hasBase = folds.rules.session?.hasBase ?? false
  const lineage = hasBase
    ? await readLineageFacts(content, createChainTools(content.reference.path, look, context))
    : ok(noBase)
  if (!lineage.ok) return lineage
  const compared = compareWithNow(source, { content, end, sha256: folds.hash.digest('hex') }, context)
  if (!compared.ok) return compared
  return ok(report(folds, { input, ...compared.value, lineage: lineage.value }))
}

/** What is known of a file beside its lines. */
interface Surroundings extends Compared {
  readonly input: CheckInput
  readonly lineage: LineageFacts
}

function report(
  { rules, ledger, codex, limits, lineCount, hasLongLines }: Folds,
  { input, unread, grownBytes, sha256, contentSha256, lineage }: Surroundings,
): ValidationReport {
  const { content, nowMs } = input
  const { form, contentBytes, issues, identity } = content
  const outcome = rules.finish({ form, contentBytes, issues, lineage, unread, grownBytes })
  const place = listPlace(content.reference.path, !input.look.looksAround)
  const sight = codex.conclude(outcome.findings, { issues, lineage, unread, place })
  return {
    form,
    format: rules.format,
    sizeBytes: identity.sizeBytes,
    contentBytes,
    sha256,
    contentSha256,
    lineCount,
    session: rules.session?.id ?? null,
    ledger: ledger.result(issues),
    omittedFindings: outcome.omitted,
    counts: { ...outcome.counts },
    byRule: [...outcome.byRule],
    verdict: toVerdict(unread === null, outcome.counts),
    notChecked: notChecked({ unread, grownBytes, lineage, nowMs, limits, hasLongLines }),
    ...sight,
  }
}

function toVerdict(isWhole: boolean, counts: { readonly error: number; readonly warning: number }): Verdict {
  if (!isWhole) return 'unreadable'
  if (counts.error > 0) return 'damaged'
  return counts.warning > 0 ? 'findings' : 'clean'
}
