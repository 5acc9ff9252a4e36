/** Start files: which files and folders a command line asks to open. Pure, for the first and the second instance. */
import path from 'node:path'

/** A command line as one instance of the app got it. */
export interface StartLine {
  readonly argv: readonly string[]
  /** Where relative paths start. */
  readonly cwd: string
}

/** What a command line asks for. `root` is the CODEX_HOME to read, where one was named. */
export interface StartWish {
  readonly paths: readonly string[]
  readonly root: string | null
}

/**
 * Reads a command line. The executable comes first, and in an unpackaged app its folder after it. Switches (Chromium's
 * too) are skipped; after `--` everything is a path. Paths come back absolute.
 */
export function readStartLine({ argv, cwd }: StartLine, isPackaged: boolean): StartWish {
  const paths: string[] = []
  let root: string | null = null
  let skip = isPackaged ? 0 : 1
  let switchesEnded = false
  for (let index = 1; index < argv.length; index += 1) {
    const argument = argv[index] ?? ''
    if (!switchesEnded && argument === '--') switchesEnded = true
    else if (!switchesEnded && argument === '--root') root = argv[(index += 1)] ?? null
    else if (!switchesEnded && argument.startsWith('--root=')) root = argument.slice('--root='.length)
    else if (!switchesEnded && argument.startsWith('-')) continue
    else if (skip > 0) skip -= 1
    else if (argument !== '') paths.push(path.resolve(cwd, argument))
  }
  return { paths, root: root === null ? null : path.resolve(cwd, root) }
}

/** Reads what another instance sent with its lock request; it may be anything. Null when it is not a command line. */
export function toStartLine(sent: unknown): StartLine | null {
  if (typeof sent !== 'object' || sent === null || !('argv' in sent) || !('cwd' in sent)) return null
  const { argv, cwd } = sent
  if (typeof cwd !== 'string' || !Array.isArray(argv)) return null
  const words: readonly unknown[] = argv
  return words.every((word) => typeof word === 'string') ? { argv: words, cwd } : null
}
