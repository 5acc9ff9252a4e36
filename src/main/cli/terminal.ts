/** Terminal: what commands print to and hear from. Tests pass their own and read what was printed. */
import { once } from 'node:events'
import type { Explorer } from '../../core/explorer'

/** Exit statuses, a contract with scripts: fine, findings of severity error, wrong usage, input/output error. */
export type ExitStatus = 0 | 1 | 2 | 3

export interface Terminal {
  /** Writes to stdout; resolves when more may be written. */
  out(text: string): Promise<void>
  /** Writes to stderr. */
  error(text: string): void
  /** True when a person sees stderr, so that progress may be drawn there. */
  readonly showsProgress: boolean
  /** Calls the listener on Ctrl-C; the returned function ends that. */
  onInterrupt(listener: () => void): () => void
}

/** What every command gets. */
export interface CommandContext {
  readonly terminal: Terminal
  readonly version: string
  readonly rendererFolder: string
  /** Creates an explorer on a root; without one the environment decides. The command disposes of it. */
  readonly createExplorer: (choice: ExplorerChoice) => Explorer
  /** Reports how a command ended. */
  readonly finish: (status: ExitStatus) => void
}

export interface ExplorerChoice {
  readonly root?: string | undefined
  readonly startPaths?: readonly string[]
}

/** Returns the terminal of this process. A reader that goes away (`| head`) ends the process quietly. */
export function processTerminal(): Terminal {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  return {
    async out(text) {
      if (!process.stdout.write(text)) await once(process.stdout, 'drain')
    },
    error(text) {
      process.stderr.write(text)
    },
    showsProgress: process.stderr.isTTY,
    onInterrupt(listener) {
      process.on('SIGINT', listener)
      process.on('SIGTERM', listener)
      return () => {
        process.off('SIGINT', listener)
        process.off('SIGTERM', listener)
      }
    },
  }
}
