/** Run command: the command line against an explorer of the test's, with everything it printed. */
import type { Explorer } from '../../src/core/explorer'
import { runCli } from '../../src/main/cli/runCli'
import type { ExplorerChoice, ExitStatus } from '../../src/main/cli/terminal'

export interface CommandResult {
  readonly status: ExitStatus
  readonly out: string
  readonly error: string
  /** What the command asked of `createExplorer`. */
  readonly choices: readonly ExplorerChoice[]
}

export interface CommandOptions {
  /** Calls the function once the command listens for Ctrl-C. */
  readonly onListening?: (interrupt: () => void) => void
  /** Calls the function once the command listens for a reader of stdout that goes away. */
  readonly onClosable?: (close: () => void) => void
  readonly rendererFolder?: string
  /** Sees what is printed, as it is printed. */
  readonly onOut?: (text: string) => void
}

/** Runs one command line and returns its exit status and output. */
export async function runCommand(
  argv: readonly string[],
  explorer: Explorer,
  { onListening, onClosable, onOut, rendererFolder = '/nowhere' }: CommandOptions = {},
): Promise<CommandResult> {
  let out = ''
  let error = ''
  const choices: ExplorerChoice[] = []
  const status = await runCli(argv, {
    version: '0.1.0',
    rendererFolder,
    createExplorer(choice) {
      choices.push(choice)
      return explorer
    },
    terminal: {
      out(text) {
        out += text
        onOut?.(text)
        return Promise.resolve()
      },
      error(text) {
        error += text
      },
      showsProgress: false,
      onInterrupt(listener) {
        onListening?.(() => {
          listener(130)
        })
        return () => undefined
      },
      onClosed(listener) {
        onClosable?.(listener)
        return () => undefined
      },
    },
  })
  return { status, out, error, choices }
}
