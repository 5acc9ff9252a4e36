/** Report file: a new file for a report, never over something else and never among the evidence. */
import { open, realpath, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { err, ok, type Result } from '../../shared/result'

export interface ReportFile {
  /** Takes the next text. A failure is kept for `close`, and what comes after it is ignored. */
  readonly write: (text: string) => Promise<void>
  /** Waits until the disk has all of it. A file that could not be written to its end is removed: it would be taken for whole. */
  readonly close: () => Promise<Result<null>>
}

/**
 * Creates the file. `bad-request` when it has no name or exists, or lies in a folder that is an argument or that holds a file
 * which is; `io` when the system refuses.
 */
export async function createReportFile(
  output: string,
  evidence: readonly string[],
): Promise<Result<ReportFile>> {
  if (output === '') {
    return err({
      code: 'bad-request',
      message: 'The report has no name: --output is empty.',
      hint: 'Name a new file.',
    })
  }
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
    return ok(await createFile(output))
  } catch (thrown) {
    return err(toError(output, thrown as NodeJS.ErrnoException))
  }
}

async function createFile(output: string): Promise<ReportFile> {
  const place = path.resolve(output)
  const file = await open(place, 'wx', 0o600)
  let failure: NodeJS.ErrnoException | null = null
  const attempt = async (action: () => Promise<void>): Promise<void> => {
    if (failure !== null) return
    await action().catch((thrown: unknown) => {
      failure = thrown as NodeJS.ErrnoException
    })
  }
  return {
    write: (text) => attempt(() => file.writeFile(text)),
    async close() {
      await attempt(() => file.sync())
      await file.close().catch(() => undefined)
      if (failure === null) return ok(null)
      await rm(place, { force: true })
      return err(toError(output, failure))
    },
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

const mayNotWrite = 'its folder may not be written to'
const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'its folder is not there',
  ENOTDIR: 'a part of its path is a file',
  EACCES: mayNotWrite,
  EPERM: mayNotWrite,
  EROFS: mayNotWrite,
  ENOSPC: 'the disk has no room left',
  EDQUOT: 'the disk has no room left',
  ENAMETOOLONG: 'its name is too long',
}

function toError(output: string, { code = '', message }: NodeJS.ErrnoException) {
  if (code === 'EEXIST') {
    const text = `${output} exists already, and reports overwrite nothing.`
    return { code: 'bad-request' as const, message: text, hint: 'Choose another name.' }
  }
  return { code: 'io' as const, message: `${output} cannot be written: ${reasons[code] ?? message}.` }
}
