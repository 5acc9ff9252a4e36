import { assertNever } from '../../../../shared/assertNever'
import type { AppError } from '../../../../shared/result'
import type { DiskState } from '../../state/viewerTypes'
import { formatBytes } from '../../ui/format'

/** What to tell of a file that is no longer what was opened, and what can be done about it. */
export interface DiskWords {
  readonly tone: 'info' | 'error'
  readonly sentence: string
  readonly action: 'read-appended' | 'reopen' | 'reopen-replaced' | null
}

/**
 * Words for the file on disk; null while it is what was opened. `error` is what work on the file failed with, which
 * may come before the disk has been looked at. `knownBytes` is how much of the content has been seen.
 */
export function diskWords(
  disk: DiskState | null,
  error: AppError | null,
  name: string,
  knownBytes: number,
): DiskWords | null {
  const told = disk === null ? null : wordsOf(disk, name, knownBytes)
  if (told?.tone === 'error' || error === null) return told
  const sentence = `${error.message} What is shown may no longer be what the file says.`
  return { tone: 'error', sentence, action: 'reopen-replaced' }
}

function wordsOf({ state, sizeBytes }: DiskState, name: string, knownBytes: number): DiskWords | null {
  switch (state) {
    case 'same':
      return null
    case 'grown':
      return {
        tone: 'info',
        sentence:
          sizeBytes > knownBytes
            ? `${formatBytes(sizeBytes - knownBytes)} were appended to this file.`
            : 'More was appended to this file.',
        action: 'read-appended',
      }
    case 'shrunk':
      return damaged(
        `${name} has become shorter on disk: ${formatBytes(sizeBytes)} now. Lines beyond that can no longer be read, and those before it may be others by now.`,
        'reopen',
      )
    case 'rewritten':
      return damaged(
        `${name} was changed in place since it was opened: its content or its times differ. What is shown may no longer be what the file says.`,
        'reopen',
      )
    case 'replaced':
      return damaged(
        `Another file lies at the place of ${name}. What is shown is of the one that was opened.`,
        'reopen-replaced',
      )
    case 'gone':
      return damaged(
        `${name} is no longer there: it was deleted, moved or archived. What was read stays on show.`,
        null,
      )
    default:
      return assertNever(state)
  }
}

function damaged(sentence: string, action: DiskWords['action']): DiskWords {
  return { tone: 'error', sentence, action }
}
