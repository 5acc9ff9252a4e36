/** Walk problems: what a walk says of places that it could not enter, or that it passed over. */
import { errorText, type AppError } from '../../shared/result'
import type { Problem } from '../../shared/session/session'

/** A root whose folders cannot be listed; `isFile` where it is a file. One that is not there is no error. */
export function rootProblem(label: string, error: AppError, isFile: boolean): Problem {
  if (isFile) {
    const message = `${label} is a file, not a folder. Open it as a file, or name the folder it is in.`
    return { code: 'list/root-not-a-folder', severity: 'error', message, path: label }
  }
  if (error.code === 'not-found') {
    const message = `${error.message} There are no sessions to list.`
    return { code: 'list/root-missing', severity: 'info', message, path: label }
  }
  return folderProblem(label, error)
}

/** A folder that cannot be listed. */
export function folderProblem(label: string, error: AppError): Problem {
  return { code: 'list/unreadable-folder', severity: 'error', message: errorText(error), path: label }
}

/** The index of names cannot be read. */
export function namesProblem(error: AppError): Problem {
  return {
    code: 'list/unreadable-names',
    severity: 'warning',
    message: `${error.message} Sessions are listed without their names.`,
    path: 'session_index.jsonl',
  }
}

/** The data folder of Rollscope, which is no evidence. */
export function ownFolderProblem(label: string): Problem {
  return {
    code: 'list/own-folder',
    severity: 'info',
    message: `${label} is where Rollscope keeps its own files; it was passed over.`,
    path: label,
  }
}

/** Node hands names over as text; one that is no text cannot be handed back to the system. */
export function nameProblem(path: string): Problem {
  return {
    code: 'list/name-not-utf8',
    severity: 'error',
    message: `${path} has a name that is not UTF-8 and cannot be opened by it. Give a copy another name.`,
    path,
  }
}

/** True for a problem with one file that is a rollout by its name and that nobody can open: it counts as a file not read. */
export function isUnnameableRollout({ code, path }: Pick<Problem, 'code' | 'path'>): boolean {
  return code === 'list/name-not-utf8' && path !== null && /\.jsonl(\.zst)?$/.test(path)
}

/** A folder so deep that it is not entered. */
export function tooDeepProblem(path: string, deepest: number): Problem {
  return {
    code: 'list/too-deep',
    severity: 'warning',
    message: `${path} lies more than ${String(deepest)} folders deep and was not entered. Open it by itself.`,
    path,
  }
}

/** A link, or something that is neither a file nor a folder. */
export function notFollowedProblem(path: string, isLink: boolean): Problem {
  return {
    code: isLink ? 'list/link-not-followed' : 'list/not-a-file',
    severity: 'warning',
    message: isLink
      ? `${path} is a link. Links are not followed; open the file or folder that it points to.`
      : `${path} is neither a file nor a folder and was passed over.`,
    path,
  }
}
