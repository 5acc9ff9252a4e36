/** Command `serve`: the same interface in a browser, on loopback. */
import { randomUUID } from 'node:crypto'
import type { Command } from 'commander'
import type { Explorer } from '../../core/explorer'
import type { AppError } from '../../shared/result'
import { startWebHost } from '../web/webHost'
import { describeError, wholeNumber } from './options'
import type { CommandContext, ExitStatus } from './terminal'

interface ServeOptions {
  readonly root?: string
  readonly port: number
  readonly exportTo?: string
}

/** How long an export that goes on may take to remove what it began. */
const tidyWithinMs = 30_000

/** Adds the command. It runs until Ctrl-C, its ordinary end with status 0; exit status 3 when the port cannot be had, 2 when exports cannot go where they should. */
export function addServeCommand(program: Command, context: CommandContext): void {
  program
    .command('serve')
    .description('Serve the interface to a browser on this machine, and print its address. Ctrl-C ends it.')
    .argument('[path...]', 'rollout files and folders to open')
    .option('--root <dir>', 'the CODEX_HOME to read (default: $CODEX_HOME, else ~/.codex)')
    .option('--port <n>', 'port on 127.0.0.1; 0 takes any free one', wholeNumber(0, 65_535), 0)
    .option('--export-to <dir>', 'an existing folder that exports from the page go into')
    .action(async (paths: readonly string[], options: ServeOptions) => {
      context.finish(await serve(paths, options, context))
    })
}

async function serve(
  startPaths: readonly string[],
  { root, port, exportTo }: ServeOptions,
  { createExplorer, rendererFolder, terminal }: CommandContext,
): Promise<ExitStatus> {
  const explorer = createExplorer({ host: 'web', root, startPaths, exportFolder: exportTo })
  const interrupted = new Promise<void>((resolve) => {
    terminal.onInterrupt(() => {
      resolve()
    }, tidyWithinMs)
  })
  try {
    const refusal = exportTo === undefined ? null : await whyNoExports(explorer, exportTo)
    if (refusal !== null) {
      terminal.error(describeError(refusal))
      return 2
    }
    const host = await startWebHost({
      explorer,
      rendererFolder,
      port,
      dispatchOptions: {
        onBug(channel, thrown) {
          terminal.error(`rollscope: a bug in ${channel}: ${String(thrown)}\n`)
        },
      },
    })
    await terminal.out(`${host.address}\n`)
    await interrupted
    await host.close()
    return 0
  } catch (thrown) {
    const { code, message } = thrown as NodeJS.ErrnoException
    const reason =
      code === 'EADDRINUSE' ? `Port ${String(port)} is taken; --port 0 takes any free one.` : message
    terminal.error(`rollscope: the web host could not start. ${reason}\n`)
    return 3
  } finally {
    await explorer.dispose()
  }
}

/** A folder that no export could go into is told at the start, not when somebody has chosen what to export. */
async function whyNoExports(explorer: Explorer, folder: string): Promise<AppError | null> {
  const { destinationId } = explorer.addExportDestination(folder)
  const folderName = `rollscope-export-${randomUUID()}`
  const checked = await explorer.handlers['export:checkTarget']({ destinationId, folderName })
  return checked.ok ? null : checked.error
}
