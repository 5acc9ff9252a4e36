/** Terminal: what commands print to and hear from. Tests pass their own and read what was printed. */
import type { Explorer } from '../../core/explorer'

/** Exit statuses of a command that a signal ended: SIGINT (Ctrl-C) and SIGTERM, as shells count them. */
export type InterruptStatus = 130 | 143

/** Exit statuses, a contract with scripts: fine, findings of severity error, wrong usage, input/output error. */
export type ExitStatus = 0 | 1 | 2 | 3 | InterruptStatus

export interface Terminal {
  /** Writes to stdout; resolves when more may be written. Does nothing once nobody reads it any more. */
  out(text: string): Promise<void>
  /** Writes to stderr. */
  error(text: string): void
  /** True when a person sees stderr, so that progress may be drawn there. */
  readonly showsProgress: boolean
  /**
   * Calls the listener on Ctrl-C or SIGTERM; the returned function ends that. The process ends `endWithinMs` later (a
   * second, unless said), or at once at a second signal
   * that is not the echo of the first.
   */
  onInterrupt(listener: (status: InterruptStatus) => void, endWithinMs?: number): () => void
  /** Calls the listener when the reader of stdout goes away (`| head`); the returned function ends that. */
  onClosed(listener: () => void): () => void
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

/** Which explorer a command wants: for which host, and with what opened. */
export interface ExplorerChoice {
  /** `web` for the page in a browser; without it the command line itself. */
  readonly host?: 'web'
  readonly root?: string | undefined
  readonly startPaths?: readonly string[]
  readonly exportFolder?: string | undefined
}

/** How long an interrupted command may take to end by itself when it says nothing else. */
const usuallyEndWithinMs = 1000

/** Returns the terminal of this process. It may be made once: it listens to the process's own streams. */
export function processTerminal(): Terminal {
  const output = watchOutput()
  return {
    out: output.write,
    error(text) {
      process.stderr.write(text)
    },
    showsProgress: process.stderr.isTTY,
    onInterrupt: listenForSignals,
    onClosed: output.onClosed,
  }
}

/** What ends the wait for a slow reader of stdout. */
const events = ['drain', 'close', 'error'] as const

/** A reader that goes away ends nothing by itself; any other failure to print is an input/output error. */
function watchOutput(): { readonly write: Terminal['out']; readonly onClosed: Terminal['onClosed'] } {
  const listeners = new Set<() => void>()
  let isClosed = false
  process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    if (isClosed) return
    isClosed = true
    if (code !== 'EPIPE') {
      process.stderr.write(`rollscope: the output could not be written: ${message}\n`)
      process.exit(3)
    }
    for (const listener of listeners) listener()
  })
  // Messages that nobody can read are lost; the exit status still tells.
  process.stderr.on('error', () => undefined)
  return {
    async write(text) {
      if (isClosed || process.stdout.write(text)) return
      await new Promise<void>((resolve) => {
        const go = (): void => {
          for (const event of events) process.stdout.off(event, go)
          resolve()
        }
        for (const event of events) process.stdout.on(event, go)
      })
    },
    onClosed(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Ctrl-C reaches a command twice where npm started it: from the terminal and from npm. That is one wish. */
const sameWishMs = 500

/** The first signal is the listener's; a second one, or a listener that takes too long, ends the process at once. */
function listenForSignals(
  listener: (status: InterruptStatus) => void,
  endWithinMs = usuallyEndWithinMs,
): () => void {
  let interruptedAtMs: number | null = null
  const receive = (status: InterruptStatus): void => {
    const nowMs = performance.now()
    if (interruptedAtMs !== null) {
      if (nowMs - interruptedAtMs > sameWishMs) process.exit(status)
      return
    }
    interruptedAtMs = nowMs
    setTimeout(() => process.exit(status), endWithinMs).unref()
    listener(status)
  }
  const onInt = (): void => {
    receive(130)
  }
  const onTerm = (): void => {
    receive(143)
  }
  process.on('SIGINT', onInt)
  process.on('SIGTERM', onTerm)
  return () => {
    // An interrupted command still tidies up, which an echo must not end.
    if (interruptedAtMs !== null) return
    process.off('SIGINT', onInt)
    process.off('SIGTERM', onTerm)
  }
}
