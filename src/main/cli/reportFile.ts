/** Report file: a new file for a report, never over something else and never among the evidence. */
import { open, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { err, ok, type Result } from '../../shared/result'

export interface ReportFile {
  readonly write: (text: string) => Promise<void>
  readonly close: () => Promise<void>
}

/**
 * Creates the file. `bad-request` when it exists, or lies in a folder that is an argument or that holds a file
 * which is; `io` when the system refuses.
 */
export async function createReportFile(
  output: string,
  evidence: readonly string[],
): Promise<Result<ReportFile>> {
  try {
    const folder = await realpath(path.dirname(path.resolve(output)))
    for (const argument of evidence) {
      if (isWithin(folder, await evidenceFolder(argument))) {
        return err({
          code: 'bad-request',
          message: `${output} lies beside the evidence in ${argument}, where nothing is written.`,
          hint: 'Choose a folder of your own.',
        })
      }
    }
    const file = await open(path.resolve(output), 'wx', 0o600)
    return ok({
      async write(text) {
        await file.writeFile(text)
      },
      close: () => file.close(),
    })
  } catch (thrown) {
    return err(toError(output, thrown as NodeJS.ErrnoException))
  }
}

/** The folder that an argument protects: itself, or the one that its file is in. An absent argument protects none. */
async function evidenceFolder(argument: string): Promise<string | null> {
  try {
    const real = await realpath(argument)
    return (await stat(real)).isDirectory() ? real : path.dirname(real)
  } catch {
    return null
  }
}

function isWithin(folder: string, outer: string | null): boolean {
  if (outer === null) return false
  const inside = path.relative(outer, folder)
  return !(inside === '..' || inside.startsWith(`..${path.sep}`) || path.isAbsolute(inside))
}

function toError(output: string, { code, message }: NodeJS.ErrnoException) {
  if (code === 'EEXIST') {
    const text = `${output} exists already, and reports overwrite nothing.`
    return { code: 'bad-request' as const, message: text, hint: 'Choose another name.' }
  }
  return { code: 'io' as const, message: `${output} cannot be written: ${message}` }
}
