/** Check of a batch for a window: reports go into the spool, and the host gets the few facts of a row. Runs in a worker. */
import { compareSeverity } from '../../../shared/validation/severity'
import { ok, type Result } from '../../../shared/result'
import type { ValidationReport } from '../../../shared/validation/report'
import type { RunRow } from '../../../shared/validation/run'
import { checkFilesTask, type BatchTask, type CheckFilesInput } from './checkFiles'
import { SpoolWriter, type SpoolPlace } from './reportSpool'

/** A batch whose reports go into the spool. */
export interface SpoolFilesInput extends CheckFilesInput {
  /** Index of the first file of the batch, by which its reports are found again. */
  readonly first: number
  /** The folder of the run's reports. */
  readonly spoolFolder: string
}

/** What a row tells of a checked file. `kept` is where its report lies; null where it could not be kept. */
export interface CheckedRow extends Pick<RunRow, 'counts' | 'place' | 'session'> {
  readonly verdict: ValidationReport['verdict']
  readonly lineCount: number
  readonly kept: SpoolPlace | null
}

/**
 * Checks a batch and answers rows. A spool that cannot be written costs its reports, which rows then say, never the
 * check.
 */
export const spoolFilesTask: BatchTask<SpoolFilesInput, CheckedRow> = {
  name: 'validator.spoolFiles',
  run: async ({ first, spoolFolder, ...input }, context) => {
    const spool = SpoolWriter.create(spoolFolder, first)
    try {
      return await checkFilesTask.run(input, {
        fileSystem: context.fileSystem,
        isCancelled: () => context.isCancelled(),
        report: (progress) => {
          if (progress.kind === 'reading') context.report(progress)
          else context.report({ ...progress, checked: toRow(progress.checked, spool) })
        },
      })
    } finally {
      if (spool.ok) spool.value.close()
    }
  },
}

function toRow(checked: Result<ValidationReport>, spool: Result<SpoolWriter>): Result<CheckedRow> {
  if (!checked.ok) return checked
  const { verdict, counts, lineCount, session } = checked.value
  const kept = spool.ok ? spool.value.add(checked.value) : spool
  return ok({
    verdict,
    counts,
    lineCount,
    session,
    place: placeOf(checked.value),
    kept: kept.ok ? kept.value : null,
  })
}

/** Where to look first: at the first of the most serious findings. */
function placeOf({ findings }: ValidationReport): CheckedRow['place'] {
  let worst: ValidationReport['findings'][number] | null = null
  for (const finding of findings) {
    if (worst === null || compareSeverity(finding.severity, worst.severity) < 0) worst = finding
  }
  if (worst === null) return null
  const { lineNumber, byteOffset } = worst
  return { lineNumber, byteOffset }
}
